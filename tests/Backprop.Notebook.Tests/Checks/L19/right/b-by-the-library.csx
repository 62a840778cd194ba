// L19.b
double[] Turn(double[] discriminator, double[] generator, double[] real, double[] noise, double rate)
{
    Tensor One(double v) => Tensor.From([v], dtype: DType.Float64).RequireGrad();
    Tensor w = One(discriminator[0]), b = One(discriminator[1]), m = One(generator[0]), s = One(generator[1]);
    Tensor x = Tensor.From(real, dtype: DType.Float64), z = Tensor.From(noise, dtype: DType.Float64);
    Tensor made = m + s * z;
    Gan.DiscriminatorLoss(w * x + b, w * made.Detach() + b).Backward();
    w.Update(w - rate * w.Grad); b.Update(b - rate * b.Grad);
    Gan.GeneratorLoss(w * (m + s * z) + b).Backward();
    m.Update(m - rate * m.Grad); s.Update(s - rate * s.Grad);
    return [w.Item(), b.Item(), m.Item(), s.Item()];
}
