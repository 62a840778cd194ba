// L10.d

double[] HiddenDelta(double[][] W, double[] delta, double[] a, double lambda)
{
    double[] slope = [.. a.Select(v => 1 / Math.Pow(Math.Cosh(v), 2))];
    double[] d = [.. a.Select((_, r) => slope[r] * W.Select((row, i) => row[r] * delta[i]).Sum())];
    for (int r = 0; r < a.Length; r++) d[r] += slope[r] * (a[r] > 0 ? lambda : -lambda);
    return d;
}
