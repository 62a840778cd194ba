// L14.c: 0 points
// says: Return an array with one number for each example
(double[] Y, double[] Dx, double DGamma, double DBeta) BatchNorm(double[] x, double gamma, double beta, double[] g) => (null, null, double.NaN, 0);
