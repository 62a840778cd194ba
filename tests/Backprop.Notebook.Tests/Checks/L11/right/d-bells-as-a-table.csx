// L11.d
(int Epoch, string Why) StopAt(double[] losses, double[] norms, double[] validation, double smallLoss, double smallNorm, int patience, int most)
{
    for (int n = 1; n <= losses.Length; n++)
    {
        int best = Array.IndexOf(validation, validation.Take(n).Min());
        if (losses[n - 1] < smallLoss) return (n, "loss");
        if (norms[n - 1] < smallNorm) return (n, "gradient");
        if (n - 1 - best >= patience) return (n, "validation");
        if (n == most) return (n, "epochs");
    }
    return (losses.Length, "running");
}
