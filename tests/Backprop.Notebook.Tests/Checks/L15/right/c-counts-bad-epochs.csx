// L15.c
(int Stop, int Best) EarlyStop(double[] losses, int patience)
{
    double lowest = double.PositiveInfinity;
    int best = 0, bad = 0;
    for (int i = 0; i < losses.Length; i++)
    {
        if (losses[i] < lowest) { lowest = losses[i]; best = i + 1; bad = 0; }
        else bad++;
        if (bad >= patience) return (i + 1, best);
    }
    return (losses.Length, best);
}
