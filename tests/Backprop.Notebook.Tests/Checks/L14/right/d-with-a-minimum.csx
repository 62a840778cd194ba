// L14.d
double[][] ClipByNorm(double[][] gradients, double max)
{
    double norm = Math.Sqrt(gradients.SelectMany(part => part).Select(g => g * g).DefaultIfEmpty(0).Sum());
    double by = Math.Max(1, norm / max);
    return gradients.Select(part => Array.ConvertAll(part, g => g / by)).ToArray();
}
