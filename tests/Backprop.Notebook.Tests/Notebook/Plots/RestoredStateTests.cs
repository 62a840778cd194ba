namespace Backprop.Tests.Notebook.Plots;

[Collection(RandomNumbers.Name)]
public class RestoredStateTests
{
    public static TheoryData<string> Names => new(Uses.Keys);

    private static readonly Dictionary<string, Action<Sequential, TensorDataset>> Uses = new()
    {
        ["learning-rate finder"] = (net, data) => Plot.LearningRateFinder(net, data, PlotGallery.Loss, steps: 20),
        ["finder with Adam"] = (net, data) =>
            LearningRateFinder.Run(net, data, PlotGallery.Loss, p => new Adam(p), steps: 20),
        ["saturation"] = (net, data) => Plot.Saturation(net, data.Inputs),
        ["histograms"] = (net, data) => Plot.ActivationHistograms(net, data.Inputs),
        ["gradient flow"] = (net, _) => Plot.GradientFlow(net),
        ["confusion"] = (net, data) => Plot.Confusion(net, data),
        ["weights"] = (net, _) => Plot.Weights(net),
        ["boundary"] = (net, data) => Plot.DecisionBoundary(net, data),
        ["recorder"] = (net, data) => new BoundaryRecorder(data).Record(net, 1),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_net_is_handed_back_as_it_was(string name)
    {
        // Dropout draws random numbers, batch norm has buffers, and one layer is not being trained.
        Tensor.Seed(11);
        Sequential net =
            [new Linear(2, 8), new BatchNorm1d(8), new Tanh(), new Dropout(0.5), new Linear(8, 2)];
        net[1].Eval();
        PlotGallery.Loss(net.Forward(PlotGallery.Moons.Inputs), PlotGallery.Moons.Targets).Backward();
        float[][] weights = [.. net.State().Values.Select(t => t.ToArray<float>())];
        Tensor?[] gradients = [.. net.Parameters.Select(p => p.Grad)];
        float[][] numbers = [.. gradients.Select(g => g!.ToArray<float>())];
        Tensor.Seed(12);
        float[] next = Tensor.Rand(4).ToArray<float>();
        Tensor.Seed(12);

        Uses[name](net, PlotGallery.Moons);

        Assert.Equal(next, Tensor.Rand(4).ToArray<float>());
        Assert.Equal(weights, net.State().Values.Select(t => t.ToArray<float>()));
        Assert.All(net.Parameters.Zip(gradients), pair => Assert.Same(pair.Second, pair.First.Grad));
        Assert.Equal(numbers, gradients.Select(g => g!.ToArray<float>()));
        Assert.True(net.IsTraining);
        Assert.Equal([true, false, true, true, true], net.Layers.Select(l => l.IsTraining));
    }

    [Fact]
    public void A_net_is_handed_back_even_when_the_loss_fails()
    {
        Sequential net = PlotGallery.Small();
        float[] weight = net.Parameters[0].ToArray<float>();
        int calls = 0;
        Tensor Failing(Tensor p, Tensor t) =>
            calls++ < 12 ? p.CrossEntropy(t) : throw new InvalidOperationException("enough");
        Assert.Throws<InvalidOperationException>(() => Plot.LearningRateFinder(net, PlotGallery.Moons, Failing));
        Assert.Equal(weight, net.Parameters[0].ToArray<float>());
    }

    [Fact]
    public void A_recorder_does_not_change_the_training()
    {
        Tensor.Seed(3);
        Sequential alone = BoundaryTests.Train(null, epochs: 3);
        Tensor.Seed(3);
        Sequential watched = BoundaryTests.Train(new BoundaryRecorder(PlotGallery.Moons), epochs: 3);
        Assert.Equal(alone.Parameters[0].ToArray<float>(), watched.Parameters[0].ToArray<float>());
    }

    [Fact]
    public void Without_gradients_before_there_are_none_afterwards()
    {
        Sequential net = PlotGallery.Small();
        Plot.LearningRateFinder(net, PlotGallery.Moons, PlotGallery.Loss, steps: 12);
        Assert.All(net.Parameters, p => Assert.Null(p.Grad));
    }
}
