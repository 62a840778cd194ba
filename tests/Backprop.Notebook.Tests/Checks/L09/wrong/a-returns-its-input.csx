// L09.a: 0 points
// says: should be
double[] OutputDelta(double[] a, double[] t, string unit, string loss) => [.. a];
