// L09.b: 0 points
// says: so the result has
double[] HiddenDelta(double[][] W, double[] delta, double[] a, string activation) => activation == "linear" ? [] : a;
