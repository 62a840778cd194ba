// L12.a
double Exponential(double start, double k, int t) { for (int i = 0; i < t; i++) start *= Math.Exp(-k); return start; }
double Inverse(double start, double k, int t) => 1 / (1 / start + k * t / start);
double StepRate(double start, double factor, int every, int t) { for (int i = 1; i <= t; i++) if (i % every == 0) start *= factor; return start; }
double Plateau(double start, double factor, int patience, double[] losses)
{
    double best = losses[0];
    int left = patience;
    for (int i = 1; i < losses.Length; i++)
    {
        if (losses[i] < best) { best = losses[i]; left = patience; }
        else if (--left == 0) { start *= factor; left = patience; }
    }
    return start;
}
