// L12.b: 0 points
// says: moves of plain descent
double[] BallSteps(double[] slopes, double alpha, double beta) => slopes.Select(g => -alpha * g).ToArray();
double[] AverageSteps(double[] slopes, double eta, double beta) => slopes.Select(g => -eta * g).ToArray();
double EtaFor(double alpha, double beta) => alpha;
