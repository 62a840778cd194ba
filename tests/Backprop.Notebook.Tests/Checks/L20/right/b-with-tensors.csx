// L20.b
(double[] Y, double[] Dx) Residual(double[] x, double[][] W, double[] b, double[] dy)
{
    int n = x.Length;
    Tensor t = Tensor.From(x, [n], DType.Float64).RequireGrad();
    Tensor w = Tensor.From(W.SelectMany(row => row).ToArray(), [n, n], DType.Float64);
    Tensor y = t + ((w * t).Sum(1) + Tensor.From(b, [n], DType.Float64)).Relu();
    y.Backward(Tensor.From(dy, [n], DType.Float64));
    return (y.ToArray<double>(), t.Grad.ToArray<double>());
}
