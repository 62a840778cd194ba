// L18.a
(double Loss, double[][] Slopes) Tied(double[][] W, double[] x)
{
    Tensor w = Tensor.From([.. W.SelectMany(r => r)], [W.Length, x.Length], DType.Float64).RequireGrad();
    Tensor p = Tensor.From(x, [1, x.Length], DType.Float64);
    Tensor loss = p.MatMul(w.T).MatMul(w).Mse(p);
    loss.Backward();
    return (loss.Item(), [.. w.Grad.ToArray<double>().Chunk(x.Length)]);
}
