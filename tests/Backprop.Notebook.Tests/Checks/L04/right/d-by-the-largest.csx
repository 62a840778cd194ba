// L04.d
double DeadFraction(double[][] W, double[] b, double[][] X)
{
    double dead = 0;
    for (int j = 0; j < W.Length; j++)
        if (X.Max(x => Enumerable.Range(0, x.Length).Sum(k => W[j][k] * x[k]) + b[j]) <= 0) dead += 1.0 / W.Length;
    return dead;
}
