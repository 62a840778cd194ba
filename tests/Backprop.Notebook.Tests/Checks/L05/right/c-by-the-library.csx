// L05.c
(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g)
{
    Tensor x = Tensor.From(z, dtype: DType.Float64).RequireGrad(), a = Tensor.From(new[] { alpha }, dtype: DType.Float64).RequireGrad();
    (x.Prelu(a) * Tensor.From(g, dtype: DType.Float64)).Sum().Backward();
    return (a.Grad[0].Item(), x.Grad.ToArray<double>());
}
