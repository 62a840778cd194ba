// L15.c: 0 points
// says: Compare with the best so far
(int Stop, int Best) EarlyStop(double[] losses, int patience)
{
    int best = 1;
    for (int epoch = 2; epoch <= losses.Length; epoch++)
        if (losses[epoch - 1] < losses[epoch - 2]) best = epoch;
        else if (epoch - best == patience) return (epoch, best);
    return (losses.Length, best);
}
