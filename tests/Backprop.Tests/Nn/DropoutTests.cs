using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class DropoutTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void It_drops_as_often_as_said_and_keeps_the_mean(double dropProbability)
    {
        Tensor.Seed(3);
        var y = new Dropout(dropProbability).Forward(Tensor.Ones(200, 500));
        double dropped = Tensor.Equal(y, 0).To(DType.Float64).Mean().Item();
        Assert.Equal(dropProbability, dropped, 0.006);
        Assert.Equal(1, y.Mean().Item(), 0.02);
        Assert.Equal(1 / (1 - dropProbability), y.Max().Item(), 1e-6);
    }

    [Fact]
    public void Backward_has_the_same_mask()
    {
        var x = Noise([40, 40], dtype: DType.Float32).RequireGrad();
        var y = x.Dropout(0.4);
        y.Sum().Backward();
        IsNear(x * x.Grad!, y.Shape, 1e-6, y.ToArray<double>());
        Assert.Contains(0.0, x.Grad!.ToArray<double>());
    }

    [Fact]
    public void It_is_off_when_the_net_is_only_used()
    {
        Sequential net = [new Dropout(0.9)];
        var x = Noise([10]);
        using (net.Evaluate())
            Assert.Same(x, net.Forward(x));
        Assert.NotEqual(x.ToArray<double>(), net.Forward(x).ToArray<double>());
    }

    [Fact]
    public void Every_call_draws_another_mask_and_a_seed_repeats_them()
    {
        Tensor x = Tensor.Ones(100);
        Tensor.Seed(5);
        float[] first = x.Dropout(0.5).ToArray<float>(), second = x.Dropout(0.5).ToArray<float>();
        Tensor.Seed(5);
        Assert.Equal(first, x.Dropout(0.5).ToArray<float>());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Nothing_and_all_can_be_dropped()
    {
        Tensor x = Tensor.Ones(50);
        Assert.Same(x, x.Dropout(0));
        Assert.Equal(0, x.Dropout(1).Abs().Sum().Item());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(dropProbability: p));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout.Keeping(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Ones(2).Dropout(p));
    }

    [Fact]
    public void It_says_that_it_drops() => Assert.Equal("Dropout(drops 0.2)", Dropout.Keeping(0.8).ToString());
}
