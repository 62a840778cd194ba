// L10.d

double[] HiddenDelta(double[][] W, double[] delta, double[] a, double lambda)
{
    double Loss(double[] v) => W.Select((row, i) => delta[i] * row.Zip(v, (w, x) => w * Math.Tanh(x)).Sum()).Sum()
        + lambda * v.Sum(x => Math.Abs(Math.Tanh(x)));
    double[] With(int k, double by) => [.. a.Select((x, i) => i == k ? x + by : x)];
    return [.. a.Select((_, k) => (Loss(With(k, 1e-6)) - Loss(With(k, -1e-6))) / 2e-6)];
}
