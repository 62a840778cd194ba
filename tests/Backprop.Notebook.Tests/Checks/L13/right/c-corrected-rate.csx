// L13.c

double[] WalkAdam(double[] w, double[][] slopes, double rate, double beta1, double beta2)
{
    double[] at = [.. w], m = new double[w.Length], v = new double[w.Length];
    double left1 = 1, left2 = 1;
    foreach (double[] g in slopes)
    {
        (left1, left2) = (left1 * beta1, left2 * beta2);
        for (int k = 0; k < at.Length; k++)
        {
            m[k] += (1 - beta1) * (g[k] - m[k]);
            v[k] += (1 - beta2) * (g[k] * g[k] - v[k]);
            at[k] -= rate / (1 - left1) * m[k] / (Math.Sqrt(v[k] / (1 - left2)) + 1e-8);
        }
    }
    return at;
}
