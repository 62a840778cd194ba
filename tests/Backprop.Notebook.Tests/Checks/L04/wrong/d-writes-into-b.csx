// L04.d: 5 points
// says: other numbers after the call
double DeadFraction(double[][] W, double[] b, double[][] X)
{
    int dead = 0;
    for (int j = 0; j < W.Length; j++)
    {
        double most = X.Max(x => b[j] + W[j].Zip(x, (p, q) => p * q).Sum());
        if (most <= 0) { dead++; b[j] = most; } else b[j] = most;
    }
    return (double)dead / W.Length;
}
