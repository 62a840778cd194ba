// L01.a: 4 points
// says: should be
int Step(double[] x, double[] w, double theta) => w[0] * x[0] + (x.Length > 1 ? w[1] * x[1] : 0) > theta ? 1 : 0;
