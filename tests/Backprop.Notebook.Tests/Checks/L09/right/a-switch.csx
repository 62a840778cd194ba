// L09.a

double[] OutputDelta(double[] a, double[] t, string unit, string loss)
{
    double sum = a.Sum(Math.Exp);
    double S(double v) => 1 / (1 + Math.Exp(-v));
    var d = new double[a.Length];
    for (int i = 0; i < a.Length; i++)
        d[i] = (unit, loss) switch
        {
            ("linear", _) => 2 * (a[i] - t[i]),
            ("sigmoid", "log") => S(a[i]) - t[i],
            ("sigmoid", _) => 2 * (S(a[i]) - t[i]) * S(a[i]) * S(-a[i]),
            _ => Math.Exp(a[i]) / sum - t[i],
        };
    return d;
}
