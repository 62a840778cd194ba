// L21.b
double[] MatMul(double[] a, double[] b, int n, int k, int m)
{
    var c = new double[n * m];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
        {
            double sum = 0;
            for (int p = 0; p < k; p++) sum += a[i * k + p] * b[p * m + j];
            c[i * m + j] = sum;
        }
    return c;
}
