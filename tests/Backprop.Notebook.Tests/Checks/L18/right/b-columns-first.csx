// L18.b
(double Penalty, double[][] Slopes) Sparsity(double[][] H, double rho)
{
    double[] m = [.. H[0].Select((_, k) => H.Select(r => r[k]).Average())];
    double[] s = [.. m.Select(a => (a - rho) / (a * (1 - a)) / H.Length)];
    return (m.Sum(a => rho * Math.Log(rho) - rho * Math.Log(a) + (1 - rho) * Math.Log((1 - rho) / (1 - a))),
        [.. H.Select(_ => s.ToArray())]);
}
