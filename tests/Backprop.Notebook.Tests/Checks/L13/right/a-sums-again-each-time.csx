// L13.a

double[] WalkAdaGrad(double[] w, double[][] slopes, double rate)
{
    var r = w.ToArray();
    for (int t = 0; t < slopes.Length; t++)
        for (int k = 0; k < r.Length; k++)
            r[k] -= rate * slopes[t][k] / (Math.Sqrt(slopes.Take(t + 1).Sum(s => s[k] * s[k])) + 1e-8);
    return r;
}
