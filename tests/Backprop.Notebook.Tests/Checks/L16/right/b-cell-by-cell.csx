// L16.b
(double[][] DImage, double[][] DKernel) ConvolveBack(double[][] image, double[][] kernel, double[][] slopes)
{
    double[][] dx = [.. image.Select(r => r.Select(v => 0.0).ToArray())];
    double[][] dk = [.. kernel.Select(r => r.Select(v => 0.0).ToArray())];
    for (int a = 0; a < kernel.Length; a++)
        for (int b = 0; b < kernel[a].Length; b++)
            for (int r = a; r < a + slopes.Length; r++)
                for (int c = b; c < b + slopes[0].Length; c++)
                {
                    dk[a][b] += image[r][c] * slopes[r - a][c - b];
                    dx[r][c] += kernel[a][b] * slopes[r - a][c - b];
                }
    return (dx, dk);
}
