// L03.b
(double M, double B) FitLine(double[] x, double[] y, double rate, int steps)
{
    (double m, double b) = (0.0, 0.0);
    while (steps-- > 0)
    {
        double[] e = [.. x.Zip(y, (p, q) => m * p + b - q)];
        (m, b) = (m - 2 * rate * e.Zip(x, (d, p) => d * p).Average(), b - 2 * rate * e.Average());
    }
    return (m, b);
}
