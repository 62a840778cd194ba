// L21.b
double[] MatMul(double[] a, double[] b, int n, int k, int m)
{
    var c = new double[n * m];
    System.Threading.Tasks.Parallel.For(0, n, i =>
    {
        for (int p = 0; p < k; p++)
            for (int j = 0; j < m; j++) c[i * m + j] += a[i * k + p] * b[p * m + j];
    });
    return c;
}
