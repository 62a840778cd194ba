// L16.b
(double[][] DImage, double[][] DKernel) ConvolveBack(double[][] image, double[][] kernel, double[][] slopes)
{
    double Slope(int r, int c) => r >= 0 && c >= 0 && r < slopes.Length && c < slopes[0].Length ? slopes[r][c] : 0;
    double[][] dKernel = [.. kernel.Select((row, a) => row.Select((_, b) =>
        slopes.Select((s, r) => s.Select((v, c) => v * image[r + a][c + b]).Sum()).Sum()).ToArray())];
    double[][] dImage = [.. image.Select((row, i) => row.Select((_, j) =>
        kernel.Select((k, a) => k.Select((v, b) => v * Slope(i - a, j - b)).Sum()).Sum()).ToArray())];
    return (dImage, dKernel);
}
