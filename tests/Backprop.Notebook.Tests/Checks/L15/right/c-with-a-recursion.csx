// L15.c
(int Stop, int Best) EarlyStop(double[] losses, int patience)
{
    (int, int) From(int epoch, int best)
    {
        if (epoch == losses.Length || epoch - best == patience) return (epoch, best);
        return From(epoch + 1, losses[epoch] < losses[best - 1] ? epoch + 1 : best);
    }
    return From(1, 1);
}
