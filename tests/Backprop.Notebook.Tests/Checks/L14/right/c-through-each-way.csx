// L14.c
(double[] Y, double[] Dx, double DGamma, double DBeta) BatchNorm(double[] x, double gamma, double beta, double[] g)
{
    int n = x.Length;
    double mean = x.Sum() / n, variance = 0;
    foreach (double v in x) variance += (v - mean) * (v - mean) / n;
    double root = Math.Sqrt(variance + 1e-5), dGamma = 0, dBeta = 0, dVariance = 0, dMean = 0;
    var y = new double[n];
    var dx = new double[n];
    for (int i = 0; i < n; i++)
    {
        double hat = (x[i] - mean) / root;
        y[i] = gamma * hat + beta;
        dGamma += g[i] * hat;
        dBeta += g[i];
        dVariance += g[i] * gamma * (x[i] - mean) * -0.5 / (root * root * root);
        dMean -= g[i] * gamma / root;
    }
    for (int i = 0; i < n; i++) dx[i] = g[i] * gamma / root + dVariance * 2 * (x[i] - mean) / n + dMean / n;
    return (y, dx, dGamma, dBeta);
}
