// L06.a
double[] Forward(double[] x, double[][][] weights, double[][] biases)
{
    Tensor h = Tensor.From(x, [x.Length], DType.Float64);
    for (int l = 0; l < weights.Length; l++)
    {
        double[] flat = [.. weights[l].SelectMany(row => row)];
        Tensor w = Tensor.From(flat, [weights[l].Length, h.Shape[0]], DType.Float64);
        h = (w * h).Sum(1) + Tensor.From(biases[l], [biases[l].Length], DType.Float64);
        if (l < weights.Length - 1) h = h.Relu();
    }
    return h.ToArray<double>();
}
