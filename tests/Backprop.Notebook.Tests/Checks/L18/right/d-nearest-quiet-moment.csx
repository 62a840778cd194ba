// L18.d
double[] Oddness(double[][] normal, double[][] arriving)
{
    double[] mean = [.. normal[0].Select((_, k) => normal.Average(r => r[k]))];
    double[] size = [.. mean.Select((m, k) => Math.Sqrt(normal.Average(r => (r[k] - m) * (r[k] - m))))];
    double[][] Scale(double[][] rows) => [.. rows.Select(r => r.Select((v, k) => (v - mean[k]) / size[k]).ToArray())];
    double[][] quiet = Scale(normal);
    return [.. Scale(arriving).Select(a => quiet.Min(q => q.Zip(a, (u, v) => (u - v) * (u - v)).Sum()))];
}
