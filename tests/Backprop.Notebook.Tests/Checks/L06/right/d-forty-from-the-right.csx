// L06.d
(double[] W, double[] B, double[] V, double C) SineNet()
{
    int n = 40;
    double gap = 2 * Math.PI / n, before = 0;
    double[] w = new double[n], b = new double[n], v = new double[n];
    for (int k = 0; k < n; k++)
    {
        double right = 2 * Math.PI - k * gap;
        double slope = (Math.Sin(right - gap) - Math.Sin(right)) / gap;
        (w[k], b[k], v[k]) = (-1, right, slope - before);
        before = slope;
    }
    return (w, b, v, 0);
}
