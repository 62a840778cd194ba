// L13.a

double[] WalkAdaGrad(double[] w, double[][] slopes, double rate) => [.. w.Select((at, k) =>
{
    double sum = 0;
    return slopes.Aggregate(at, (p, s) => p - rate * s[k] / (Math.Sqrt(sum += s[k] * s[k]) + 1e-8));
})];
