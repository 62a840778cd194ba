// L16.a
double[][] Convolve(double[][] image, double[][] kernel, int stride, int padding)
{
    Tensor x = Tensor.From([.. image.SelectMany(r => r)], [1, 1, image.Length, image[0].Length], DType.Float64);
    Tensor k = Tensor.From([.. kernel.SelectMany(r => r)], [1, 1, kernel.Length, kernel[0].Length], DType.Float64);
    Tensor y = x.Conv2d(k, stride: stride, padding: padding);
    return [.. y.ToArray<double>().Chunk(y.Shape[3])];
}
