// L06.d: 0 points
// says: only 0 ReLU(s) have their corner
(double[] W, double[] B, double[] V, double C) SineNet() => (new double[5], new double[5], new double[5], 0);
