// L15.b
(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, int seed)
{
    var result = new double[h.Length];
    var slopes = new double[h.Length];
    var random = new Random(seed);
    for (int i = 0; i < h.Length; i++)
    {
        bool isKept = !training || random.NextDouble() < keep;
        double scale = training ? 1 / keep : 1;
        if (isKept) (result[i], slopes[i]) = (h[i] * scale, g[i] * scale);
    }
    return (result, slopes);
}
