using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class PoolingTests
{
    [Fact]
    public void Of_equal_maxima_the_first_takes_the_gradient()
    {
        var x = Tensor.Ones(1, 1, 2, 2).RequireGrad();
        x.MaxPool2d(2).Backward();
        Holds(x.Grad!, [1, 1, 2, 2], 1, 0, 0, 0);
    }

    [Fact]
    public void Padding_is_never_the_largest()
    {
        Holds((-Tensor.Ones(1, 1, 2)).MaxPool1d(3, stride: 1, padding: 1), [1, 1, 2], -1, -1);
    }

    [Fact]
    public void A_window_with_NaN_gives_NaN_wherever_it_is()
    {
        Tensor x = Tensor.From([double.NaN, 5, 1, 2, 3, 4, double.PositiveInfinity, double.NaN], [1, 1, 8]);
        double[] y = x.MaxPool1d(2).ToArray<double>();
        Assert.True(double.IsNaN(y[0]) && double.IsNaN(y[3]));
        Assert.Equal([2, 4], y[1..3]);
    }

    [Fact]
    public void Any_pool_agrees_with_a_plain_loop()
    {
        var pools = Arb.From(
            from batch in Gen.Choose(0, 2)
            from channels in Gen.Choose(1, 2)
            from kernel in Gen.Choose(1, 4)
            from stride in Gen.Choose(1, 4)
            from padding in Gen.Choose(0, kernel / 2)
            from length in Gen.Choose(kernel, 9)
            select (Shape: new Shape(batch, channels, length), kernel, stride, padding));
        Prop.ForAll(pools, p =>
        {
            var x = Noise(p.Shape);
            double[] most = x.MaxPool1d(p.kernel, p.stride, p.padding).ToArray<double>();
            double[] mean = x.AvgPool1d(p.kernel, p.stride, p.padding, countPadding: false).ToArray<double>();
            int places = (p.Shape[2] + 2 * p.padding - p.kernel) / p.stride + 1;
            for (int i = 0; i < most.Length; i++)
            {
                int start = i % places * p.stride - p.padding, row = i / places;
                double[] seen = [.. Enumerable.Range(start, p.kernel).Where(at => at >= 0 && at < p.Shape[2])
                    .Select(at => At(x, row / p.Shape[1], row % p.Shape[1], at))];
                if (most[i] != seen.Max() || Math.Abs(mean[i] - seen.Average()) > 1e-12)
                    return false;
            }
            return most.Length == p.Shape[0] * p.Shape[1] * places && mean.Length == most.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_adaptive_pool_of_one_part_is_the_mean()
    {
        var x = Noise([2, 3, 5, 4]);
        IsNear(x.AdaptiveAvgPool2d(1).Squeeze(), [2, 3], 1e-12, x.Mean([2, 3]).ToArray<double>());
    }

    [Fact]
    public void Impossible_pools_are_refused()
    {
        Assert.Contains("at most half the kernel", MessageOf<ArgumentException>(() => Tensor.Zeros(1, 1, 8, 8).MaxPool2d(2, padding: 2)), StringComparison.Ordinal);
        Assert.Contains("looks at 3×3 pixels", MessageOf<ArgumentException>(() => Tensor.Zeros(1, 1, 2, 8).AvgPool2d(3)), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(1, 1, 8).MaxPool2d(2));
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(1, 1, 8, 8).MaxPool2d(0));
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(1, 1, 0, 8).AdaptiveAvgPool2d(1));
    }

    [Fact]
    public void Flatten_joins_axes_and_can_stand_in_a_net()
    {
        Sequential net = [Functional.Flatten, new MaxPool2d(2), new AvgPool2d((2, 3)), new AdaptiveAvgPool2d(1), new Flatten(0)];
        Assert.Equal("Flatten → MaxPool2d(2×2) → AvgPool2d(2×3) → AdaptiveAvgPool2d(1×1) → Flatten", net.ToString());
        Assert.Equal([2, 12], Tensor.Zeros(2, 3, 4).Flatten().Shape);
        Assert.Equal([24], Tensor.Zeros(2, 3, 4).Flatten(0).Shape);
        Assert.Equal([0, 12], Tensor.Zeros(0, 3, 4).Flatten().Shape);
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros(2, 3, 4).Flatten(2, 1));
    }
}
