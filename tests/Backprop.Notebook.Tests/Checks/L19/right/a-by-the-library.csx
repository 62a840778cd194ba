// L19.a
double[] GanLosses(double[] real, double[] made)
{
    Tensor r = Tensor.From(real, dtype: DType.Float64), m = Tensor.From(made, dtype: DType.Float64);
    return [Gan.DiscriminatorLoss(r, m).Item(), Gan.GeneratorLoss(m, true).Item(), Gan.GeneratorLoss(m).Item()];
}
