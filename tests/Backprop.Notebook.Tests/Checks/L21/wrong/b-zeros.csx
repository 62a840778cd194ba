// L21.b: 0 points
// says: All entries are 0
double[] MatMul(double[] a, double[] b, int n, int k, int m) => new double[n * m];
