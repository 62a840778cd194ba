// L18.b
(double Penalty, double[][] Slopes) Sparsity(double[][] H, double rho)
{
    Tensor h = Tensor.From([.. H.SelectMany(r => r)], [H.Length, H[0].Length], DType.Float64).RequireGrad();
    Tensor penalty = Penalty.Sparsity(h, rho);
    penalty.Backward();
    return (penalty.Item(), [.. h.Grad.ToArray<double>().Chunk(H[0].Length)]);
}
