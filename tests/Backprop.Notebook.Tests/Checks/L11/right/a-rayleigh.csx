// L11.a
double MaxStableRate(double[][] A)
{
    double[] Times(double[] v) => A.Select(row => row.Select((a, i) => a * v[i]).Sum()).ToArray();
    double[] v = A.Select((_, i) => Math.Cos(i + 1)).ToArray();
    for (int i = 0; i < 3000; i++) { v = Times(v); double top = v.Max(Math.Abs); v = v.Select(p => p / top).ToArray(); }
    double[] w = Times(v);
    return 2 * v.Sum(p => p * p) / v.Zip(w, (a, b) => a * b).Sum();
}
