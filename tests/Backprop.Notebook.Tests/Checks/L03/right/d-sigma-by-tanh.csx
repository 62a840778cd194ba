// L03.d
(double[] W, double B) LogisticGrad(double[][] X, double[] y, double[] w, double b)
{
    var g = new double[w.Length + 1];
    for (int i = 0; i < X.Length; i++)
    {
        double z = b;
        for (int k = 0; k < w.Length; k++) z += w[k] * X[i][k];
        double miss = 0.5 + 0.5 * Math.Tanh(z / 2) - y[i];
        for (int k = 0; k < w.Length; k++) g[k] += miss * X[i][k];
        g[^1] += miss;
    }
    for (int k = 0; k < g.Length; k++) g[k] /= X.Length;
    return (g[..^1], g[^1]);
}
