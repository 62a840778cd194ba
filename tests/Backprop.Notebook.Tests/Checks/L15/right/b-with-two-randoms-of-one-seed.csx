// L15.b
(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, int seed)
{
    double[] Pass(double[] v)
    {
        var random = new Random(seed);
        return training ? v.Select(x => random.NextDouble() >= 1 - keep ? x / keep : 0.0).ToArray() : v.ToArray();
    }
    return (Pass(h), Pass(g));
}
