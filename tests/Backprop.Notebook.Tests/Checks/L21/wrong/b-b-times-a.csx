// L21.b: 0 points
// says: That is b times a
double[] MatMul(double[] a, double[] b, int n, int k, int m)
{
    var c = new double[n * m];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            for (int p = 0; p < k; p++) c[i * m + j] += b[i * k + p] * a[p * m + j];
    return c;
}
