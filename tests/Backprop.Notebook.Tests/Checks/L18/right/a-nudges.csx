// L18.a
(double Loss, double[][] Slopes) Tied(double[][] W, double[] x)
{
    double Loss(double[][] w)
    {
        double[] h = [.. w.Select(row => row.Zip(x, (a, v) => a * v).Sum())];
        return x.Select((v, i) => Math.Pow(w.Select((row, k) => row[i] * h[k]).Sum() - v, 2)).Average();
    }
    double[][] w = [.. W.Select(row => row.ToArray())];
    double[][] slopes = [.. W.Select(row => new double[row.Length])];
    for (int k = 0; k < w.Length; k++)
        for (int i = 0; i < x.Length; i++)
        {
            double was = w[k][i];
            w[k][i] = was + 1e-5; double up = Loss(w);
            w[k][i] = was - 1e-5; double down = Loss(w);
            w[k][i] = was;
            slopes[k][i] = (up - down) / 2e-5;
        }
    return (Loss(W), slopes);
}
