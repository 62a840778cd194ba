// L13.b

double[] WalkRms(double[] w, double[][] slopes, double rate, double beta) => [.. w.Select((at, k) =>
{
    double v = 0;
    return slopes.Aggregate(at, (p, s) =>
    {
        v = beta * v + (1 - beta) * s[k] * s[k];
        return p - rate * s[k] / (Math.Sqrt(v) + 1e-8);
    });
})];
