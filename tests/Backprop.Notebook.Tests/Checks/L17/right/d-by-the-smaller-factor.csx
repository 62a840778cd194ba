// L17.d
double[][] Clip(double[][] gradients, double max)
{
    double norm = Math.Sqrt(gradients.SelectMany(row => row).Sum(v => Math.Pow(v, 2)));
    double factor = Math.Min(1, max / Math.Max(norm, 1e-300));
    return [.. gradients.Select(row => row.Select(v => factor * v).ToArray())];
}
