// L03.b: 2 points
// says: start at 0 again in each step
(double M, double B) FitLine(double[] x, double[] y, double rate, int steps)
{
    double m = 0, b = 0, slopeM = 0, slopeB = 0;
    for (int step = 0; step < steps; step++)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double e = y[i] - (m * x[i] + b);
            slopeM -= 2 * e * x[i] / x.Length;
            slopeB -= 2 * e / x.Length;
        }
        m -= rate * slopeM;
        b -= rate * slopeB;
    }
    return (m, b);
}
