// L12.b
double[] BallSteps(double[] slopes, double alpha, double beta)
{
    var moves = new double[slopes.Length];
    for (int i = 0; i < slopes.Length; i++) moves[i] = (i == 0 ? 0 : beta * moves[i - 1]) - alpha * slopes[i];
    return moves;
}
double[] AverageSteps(double[] slopes, double eta, double beta)
{
    var moves = new double[slopes.Length];
    for (int i = 0; i < slopes.Length; i++) moves[i] = (i == 0 ? 0 : beta * moves[i - 1]) - eta * slopes[i] + eta * beta * slopes[i];
    return moves;
}
double EtaFor(double alpha, double beta) { double sum = 0; for (int k = 0; k < 2000; k++) sum += Math.Pow(beta, k); return alpha * sum; }
