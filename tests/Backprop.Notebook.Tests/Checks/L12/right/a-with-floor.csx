// L12.a
double Exponential(double start, double k, int t) => start / Math.Exp(k * t);
double Inverse(double start, double k, int t) => start * Math.Pow(1 + k * t, -1);
double StepRate(double start, double factor, int every, int t) => start * Math.Pow(factor, Math.Floor((double)t / every));
double Plateau(double start, double factor, int patience, double[] losses)
{
    int drops = 0, since = 0;
    for (int i = 0; i < losses.Length; i++)
    {
        if (i == 0 || losses[i] < losses.Take(i).Min()) since = i;
        if (i - since == patience) { drops++; since = i; }
    }
    return start * Math.Pow(factor, drops);
}
