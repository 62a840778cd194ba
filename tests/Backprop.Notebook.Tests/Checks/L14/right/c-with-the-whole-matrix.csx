// L14.c
(double[] Y, double[] Dx, double DGamma, double DBeta) BatchNorm(double[] x, double gamma, double beta, double[] g)
{
    int n = x.Length;
    double m = x.Average(), s = Math.Sqrt(x.Select(v => Math.Pow(v - m, 2)).Average() + 0.00001);
    double[] h = x.Select(v => (v - m) / s).ToArray();
    double Jacobian(int i, int j) => gamma / s * ((i == j ? 1 : 0) - 1.0 / n - h[i] * h[j] / n);
    return (h.Select(v => v * gamma + beta).ToArray(),
        Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(i => g[i] * Jacobian(i, j))).ToArray(),
        Enumerable.Range(0, n).Sum(i => g[i] * h[i]), g.Sum());
}
