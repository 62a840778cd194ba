// L12.b
double[] BallSteps(double[] slopes, double alpha, double beta) =>
    slopes.Select((_, t) => -alpha * Enumerable.Range(0, t + 1).Sum(k => slopes[t - k] * Math.Pow(beta, k))).ToArray();
double[] AverageSteps(double[] slopes, double eta, double beta) => BallSteps(slopes, eta * (1 - beta), beta);
double EtaFor(double alpha, double beta) => Math.Pow(1 - beta, -1) * alpha;
