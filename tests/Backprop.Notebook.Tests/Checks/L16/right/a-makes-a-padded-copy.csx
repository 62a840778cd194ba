// L16.a
double[][] Convolve(double[][] image, double[][] kernel, int stride, int padding)
{
    var padded = new double[image.Length + 2 * padding][];
    for (int r = 0; r < padded.Length; r++) padded[r] = new double[image[0].Length + 2 * padding];
    for (int r = 0; r < image.Length; r++) image[r].CopyTo(padded[r + padding], padding);
    var map = new List<double[]>();
    for (int r = 0; r + kernel.Length <= padded.Length; r += stride)
    {
        var row = new List<double>();
        for (int c = 0; c + kernel[0].Length <= padded[0].Length; c += stride)
            row.Add(kernel.Select((cells, a) => cells.Select((k, b) => k * padded[r + a][c + b]).Sum()).Sum());
        map.Add([.. row]);
    }
    return [.. map];
}
