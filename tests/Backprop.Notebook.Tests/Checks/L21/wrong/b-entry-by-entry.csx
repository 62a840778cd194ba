// L21.b: 0 points
// says: entry by entry
double[] MatMul(double[] a, double[] b, int n, int k, int m) => [.. a.Zip(b, (p, q) => p * q)];
