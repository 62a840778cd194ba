// L03.b: 0 points
// says: you used the new m
(double M, double B) FitLine(double[] x, double[] y, double rate, int steps)
{
    double m = 0, b = 0;
    for (int step = 0; step < steps; step++)
    {
        m += rate * 2 * x.Zip(y, (p, q) => (q - (m * p + b)) * p).Average();
        b += rate * 2 * x.Zip(y, (p, q) => q - (m * p + b)).Average();
    }
    return (m, b);
}
