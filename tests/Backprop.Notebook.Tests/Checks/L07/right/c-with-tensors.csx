// L07.c
double[][] Gradient(double[][] scores, int[] labels)
{
    int k = scores[0].Length;
    double[] flat = [.. scores.SelectMany(row => row)];
    Tensor z = Tensor.From(flat, [scores.Length, k], DType.Float64).RequireGrad();
    z.CrossEntropy(Tensor.From(labels)).Backward();
    double[] g = z.Grad.ToArray<double>();
    return [.. scores.Select((_, r) => g[(r * k)..((r + 1) * k)])];
}
