// L15.c: 0 points
// says: have to be in a row
(int Stop, int Best) EarlyStop(double[] losses, int patience)
{
    int best = 1, bad = 0;
    for (int epoch = 2; epoch <= losses.Length; epoch++)
        if (losses[epoch - 1] < losses[best - 1]) best = epoch;
        else if (++bad == patience) return (epoch, best);
    return (losses.Length, best);
}
