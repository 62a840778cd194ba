// L09.b

double[] HiddenDelta(double[][] W, double[] delta, double[] a, string activation)
{
    var g = new double[a.Length];
    for (int i = 0; i < W.Length; i++)
        for (int r = 0; r < a.Length; r++) g[r] += delta[i] * W[i][r];
    for (int r = 0; r < a.Length; r++)
    {
        double s = 1 / (1 + Math.Exp(-a[r]));
        if (activation == "sigmoid") g[r] *= s - s * s;
        if (activation == "tanh") g[r] *= 1 - Math.Pow(Math.Tanh(a[r]), 2);
        if (activation == "relu" && a[r] <= 0) g[r] = 0;
    }
    return g;
}
