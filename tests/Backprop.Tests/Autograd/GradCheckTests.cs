using Backprop.Ops;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class GradCheckTests
{
    [Fact]
    public void A_right_gradient_passes()
    {
        Assert.True(GradCheck.Of(x => x.Tanh(), Noise([3])).Passed);
        Assert.True(GradCheck.Of((a, b) => a / (b * b + 1), Noise([3]), Noise([2, 3], 2)).Passed);
    }

    [Fact]
    public void A_wrong_gradient_is_found_with_its_place()
    {
        var result = GradCheck.Of(x => new WrongBelowZero().Apply(x), Tensor.From([1, -1, 2.0], [3, 1], DType.Float64));
        Assert.False(result.Passed);
        Assert.Contains("Input 0 at [1, 0]: backward says 0.5349", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_is_missing_is_found()
    {
        Assert.False(GradCheck.Of(x => x.Detach() * 2, Noise([2])).Passed);
        Assert.False(GradCheck.Of(x => x * x.Detach(), Noise([2])).Passed);
    }

    [Fact]
    public void A_gradient_at_the_wrong_place_is_found() =>
        Assert.False(GradCheck.Of(x => x + (x.Reshape(3, 2).T.Reshape(2, 3) - x).Detach(), Noise([2, 3])).Passed);

    [Fact]
    public void Not_a_number_does_not_pass() =>
        Assert.False(GradCheck.Of(x => x.Log(), Tensor.From([-1.0, 2], dtype: DType.Float64)).Passed);

    [Fact]
    public void Float32_inputs_are_checked_in_float64() => Assert.True(GradCheck.Of(x => x.Exp(), Tensor.Stack(0.5, -1)).Passed);

    [Fact]
    public void The_inputs_stay_as_they_were()
    {
        var x = Noise([2]);
        double[] before = x.ToArray<double>();
        GradCheck.Of(v => v.Square(), x);
        Assert.Equal(before, x.ToArray<double>());
        Assert.False(x.RequiresGrad);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void A_wrong_second_derivative_is_found() =>
        Assert.False(GradCheck.OfSecond(x => x[0] * (x[0] * x[0]).Detach() + (2 * x[0]) * x[0] * x[0].Detach(), Noise([3])).Passed);

    /// <summary>y = x, but its backward doubles where x is negative.</summary>
    private sealed record WrongBelowZero : Unary
    {
        protected override Formula Forward(Formula x) => x + 0;

        protected override Formula Backward(Formula dy, Formula x, Formula y) => Formula.Select(x < 0, 2 * dy, dy);
    }
}
