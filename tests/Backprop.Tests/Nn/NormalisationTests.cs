using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class NormalisationTests
{
    [Fact]
    public void Batch_norm_keeps_statistics_under_PyTorchs_names()
    {
        Sequential net = [new Conv2d(1, 2, kernel: 1), new BatchNorm2d(2)];
        Assert.Equal(["1.running_mean", "1.running_var", "1.num_batches_tracked"], net.NamedBuffers.Select(b => b.Name));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], net.NamedParameters.Select(p => p.Name));
        net.Forward(Noise([2, 1, 3, 3], dtype: DType.Float32));
        net.Forward(Noise([2, 1, 3, 3], dtype: DType.Float32));
        Assert.Equal(2, net.NamedBuffers[2].Value.Item());
        Assert.False(net.NamedBuffers[0].Value.RequiresGrad);
    }

    [Fact]
    public void While_only_used_an_example_does_not_depend_on_its_neighbours()
    {
        var layer = new BatchNorm1d(3);
        for (int i = 0; i < 200; i++)
            layer.Forward(5 + 2 * Noise([16, 3], seed: i, DType.Float32));
        layer.Eval();
        var x = Noise([4, 3], dtype: DType.Float32);
        var alone = layer.Forward(x[1..2]);
        Assert.Equal(layer.Forward(x)[1].ToArray<float>(), alone[0].ToArray<float>());
        Assert.Equal(5, layer.RunningMean[0].Item(), 0.5);
        Assert.Equal(200, layer.NumBatchesTracked.Item());
    }

    [Fact]
    public void Using_a_net_does_not_change_its_statistics()
    {
        var layer = new BatchNorm1d(2);
        using (layer.Evaluate())
            layer.Forward(7 + Noise([8, 2]));
        Holds(layer.RunningMean, [2], 0, 0);
        Assert.Equal(0, layer.NumBatchesTracked.Item());
    }

    [Fact]
    public void Whoever_holds_a_buffer_sees_it_change()
    {
        var layer = new BatchNorm1d(2);
        var mean = layer.NamedBuffers[0].Value;
        layer.Forward(3 + Noise([8, 2]));
        Assert.Same(mean, layer.RunningMean);
        Assert.NotEqual(0, mean[0].Item());
    }

    [Theory]
    [InlineData(1e4)]
    [InlineData(1e-3)]
    public void Rows_come_out_with_mean_0_and_variance_1_whatever_their_size(double size)
    {
        var x = size * (Noise([5, 64], dtype: DType.Float32) + 1);
        var y = new LayerNorm(64, epsilon: 0).Forward(x);
        IsNear(y.Mean(1), [5], 1e-5, 0, 0, 0, 0, 0);
        IsNear(y.Var(1, unbiased: false), [5], 1e-4, 1, 1, 1, 1, 1);
    }

    [Fact]
    public void Equal_numbers_give_zero_and_not_NaN()
    {
        Holds(new LayerNorm(3, affine: false).Forward(Tensor.Full([2, 3], 7)), [2, 3], 0, 0, 0, 0, 0, 0);
        Holds(new RmsNorm(3).Forward(Tensor.Zeros(1, 3)), [1, 3], 0, 0, 0);
    }

    [Fact]
    public void Empty_batches_pass()
    {
        Assert.Equal([0, 4], new LayerNorm(4).Forward(Tensor.Zeros(0, 4)).Shape);
        Assert.Equal([0, 4, 2], new GroupNorm(2, 4).Forward(Tensor.Zeros(0, 4, 2)).Shape);
        var batch = new BatchNorm1d(4);
        batch.Eval();
        Assert.Equal([0, 4], batch.Forward(Tensor.Zeros(0, 4)).Shape);
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Gradients_of_all_parameters_agree_with_nudging(string name)
    {
        var (x, forward) = Layers[name];
        Shape weight = name == "LayerNorm" ? [2, 3] : [4];
        Tensor w = Noise(weight, 2), b = Noise(weight, 3);
        var once = GradCheck.OfAll(forward, x, w, b);
        Assert.True(once.Passed, once.Message);
        var twice = GradCheck.OfSecond(forward, x, w, b);
        Assert.True(twice.Passed, twice.Message);
    }

    public static TheoryData<string> Smooth => [.. Layers.Keys];

    // The layers copy what they are given, so what is checked is the same calculation with the layer's own statistics.
    private static readonly Dictionary<string, (Tensor X, Func<Tensor[], Tensor> Forward)> Layers = new()
    {
        ["BatchNorm2d"] = (Noise([2, 4, 2, 1]), x => new BatchNorm2d(4, affine: false).Forward(x[0])
            * x[1].Reshape(4, 1, 1) + x[2].Reshape(4, 1, 1)),
        ["LayerNorm"] = (Noise([2, 2, 3]), x => new LayerNorm([2, 3], affine: false).Forward(x[0]) * x[1] + x[2]),
        ["GroupNorm"] = (Noise([2, 4, 2]), x => new GroupNorm(2, 4, affine: false).Forward(x[0])
            * x[1].Reshape(4, 1) + x[2].Reshape(4, 1)),
        ["RmsNorm"] = (Noise([3, 4]), x => new RmsNorm(4, affine: false).Forward(x[0]) * x[1] + x[2]),
    };

    [Fact]
    public void A_batch_of_one_number_for_each_channel_is_refused_while_training()
    {
        var layer = new BatchNorm1d(3);
        Assert.Contains("call Eval() first", MessageOf<ArgumentException>(() => layer.Forward(Tensor.Zeros(1, 3))), StringComparison.Ordinal);
        layer.Eval();
        Assert.Equal([1, 3], layer.Forward(Tensor.Zeros(1, 3)).Shape);
    }

    [Fact]
    public void Wrong_shapes_say_what_is_taken()
    {
        Assert.Contains("takes 3 channels, but x [2, 4, 5, 5] has 4", MessageOf<ArgumentException>(() => new BatchNorm2d(3).Forward(Tensor.Zeros(2, 4, 5, 5))), StringComparison.Ordinal);
        Assert.Contains("[batch, channels, height, width]", MessageOf<ArgumentException>(() => new BatchNorm2d(3).Forward(Tensor.Zeros(2, 3))), StringComparison.Ordinal);
        Assert.Contains("ends in [4]", MessageOf<ArgumentException>(() => new LayerNorm(4).Forward(Tensor.Zeros(2, 3))), StringComparison.Ordinal);
        Assert.Contains("takes 4 features", MessageOf<ArgumentException>(() => new RmsNorm(4).Forward(Tensor.Zeros(2, 3))), StringComparison.Ordinal);
        Assert.Contains("3 groups", MessageOf<ArgumentException>(() => _ = new GroupNorm(3, 4)), StringComparison.Ordinal);
        Assert.Contains("[batch, 4, …]", MessageOf<ArgumentException>(() => new GroupNorm(2, 4).Forward(Tensor.Zeros(2, 3, 2))), StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_say_what_they_are() => Assert.Equal(
        "BatchNorm2d(16) → GroupNorm(16 channels, 4 groups) → LayerNorm([3, 4]) → RmsNorm(4)",
        new Sequential(new BatchNorm2d(16), new GroupNorm(4, 16), new LayerNorm([3, 4]), new RmsNorm(4)).ToString());
}
