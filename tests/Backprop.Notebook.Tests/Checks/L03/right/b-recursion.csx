// L03.b
(double M, double B) FitLine(double[] x, double[] y, double rate, int steps)
{
    if (steps == 0) return (0, 0);
    var (m, b) = FitLine(x, y, rate, steps - 1);
    double gm = 0, gb = 0;
    for (int i = 0; i < x.Length; i++) { gm += 2 * (m * x[i] + b - y[i]) * x[i]; gb += 2 * (m * x[i] + b - y[i]); }
    return (m - rate * gm / x.Length, b - rate * gb / x.Length);
}
