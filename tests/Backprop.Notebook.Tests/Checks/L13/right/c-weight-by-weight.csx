// L13.c

double[] WalkAdam(double[] w, double[][] slopes, double rate, double beta1, double beta2) => [.. w.Select((at, k) =>
{
    double m = 0, v = 0;
    int t = 0;
    foreach (double[] s in slopes)
    {
        t++;
        m = beta1 * m + (1 - beta1) * s[k];
        v = beta2 * v + (1 - beta2) * Math.Pow(s[k], 2);
        at -= rate * (m / (1 - Math.Pow(beta1, t))) / (Math.Sqrt(v / (1 - Math.Pow(beta2, t))) + 1e-8);
    }
    return at;
})];
