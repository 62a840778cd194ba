// L05.c: 4 points
// says: Make a new one
(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g)
{
    double slope = z.Zip(g, (a, b) => a <= 0 ? a * b : 0).Sum();
    for (int i = 0; i < g.Length; i++) if (z[i] <= 0) g[i] *= alpha;
    return (slope, g);
}
