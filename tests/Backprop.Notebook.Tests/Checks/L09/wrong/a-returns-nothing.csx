// L09.a: 0 points
// says: yours has 0
double[] OutputDelta(double[] a, double[] t, string unit, string loss) => [];
