// L10.d: 0 points
// says: should be
double[] HiddenDelta(double[][] W, double[] delta, double[] a, double lambda) => [.. a];
