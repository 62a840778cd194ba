// L14.c: 0 points
// says: That is x as it came
(double[] Y, double[] Dx, double DGamma, double DBeta) BatchNorm(double[] x, double gamma, double beta, double[] g) => (x, g, 0, g.Sum());
