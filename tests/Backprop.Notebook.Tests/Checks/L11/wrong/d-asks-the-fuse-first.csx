// L11.d: 4 points
// says: the fuse is asked last
(int Epoch, string Why) StopAt(double[] losses, double[] norms, double[] validation, double smallLoss, double smallNorm, int patience, int most)
{
    double best = double.PositiveInfinity;
    int waited = 0;
    for (int e = 0; e < losses.Length; e++)
    {
        if (validation[e] < best) (best, waited) = (validation[e], 0);
        else waited++;
        if (e + 1 >= most) return (e + 1, "epochs");
        if (losses[e] < smallLoss) return (e + 1, "loss");
        if (norms[e] < smallNorm) return (e + 1, "gradient");
        if (waited >= patience) return (e + 1, "validation");
    }
    return (losses.Length, "running");
}
