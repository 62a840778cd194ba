// L19.c
double[][] Forge(double[][] real, int count, int seed)
{
    Tensor.Seed(seed);
    Tensor data = Tensor.From([.. real.SelectMany(p => p)], [real.Length, 2], DType.Float32);
    var gan = new Gan(new Mlp([4, 64, 64, 2], x => x.Tanh()), new Mlp([2, 64, 64, 1], x => x.LeakyRelu(0.2)), 4);
    Adam Rule(Module net) => new(net.Parameters) { LearningRate = 2e-3, Beta1 = 0.5 };
    Adam judge = Rule(gan.Discriminator), maker = Rule(gan.Generator);
    for (int turn = 0; turn < 500; turn++)
    {
        for (int k = 0; k < 2; k++)
        {
            judge.ZeroGrad();
            gan.DiscriminatorLoss(data[Tensor.Randperm(real.Length)[..128]]).Backward();
            judge.Step();
        }
        maker.ZeroGrad();
        gan.GeneratorLoss(128).Backward();
        maker.Step();
    }
    return [.. gan.Sample(count).Detach().ToArray<double>().Chunk(2)];
}
