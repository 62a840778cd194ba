// L19.c
double[][] Forge(double[][] real, int count, int seed)
{
    Tensor.Seed(seed);
    Tensor data = Tensor.From([.. real.SelectMany(p => p)], [real.Length, 2], DType.Float32);
    Mlp g = new([2, 64, 64, 2], x => x.Tanh()), d = new([2, 64, 64, 1], x => x.LeakyRelu(0.2));
    Adam gs = new(g.Parameters) { LearningRate = 2e-3, Beta1 = 0.5 }, ds = new(d.Parameters) { LearningRate = 2e-3, Beta1 = 0.5 };
    for (int turn = 0; turn < 500; turn++)
    {
        Tensor made = g.Forward(Tensor.Randn(128, 2));
        Gan.DiscriminatorLoss(d.Forward(data[Tensor.Randperm(real.Length)[..128]]), d.Forward(made.Detach())).Backward();
        ds.Step();
        ds.ZeroGrad();
        Gan.GeneratorLoss(d.Forward(made)).Backward();
        gs.Step();
        gs.ZeroGrad();
        ds.ZeroGrad();
    }
    return [.. g.Forward(Tensor.Randn(count, 2)).Detach().ToArray<double>().Chunk(2)];
}
