using static Backprop.Functional;

namespace Backprop.Tests;

/// <summary>Activations as data, and a learner's own.</summary>
public class ActivationTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(a => a.Name)];

    [Fact]
    public void An_activation_of_ones_own_is_one_line()
    {
        Activation mish = Activation.Define("mish", x => x * Tanh(Log(1 + Exp(x))));
        Tensor x = Tensor.From([-1.0, 0, 1, 2], dtype: DType.Float64).RequireGrad();
        Tensor y = mish.Forward(x);
        y.Sum().Backward();

        double Value(double at) => at * Math.Tanh(Math.Log(1 + Math.Exp(at)));
        double[] expected = [.. new double[] { -1, 0, 1, 2 }.Select(Value)];
        double[] slopes = [.. new double[] { -1, 0, 1, 2 }.Select(at => (Value(at + 1e-6) - Value(at - 1e-6)) / 2e-6)];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], y.ToArray<double>()[i], 12);
            Assert.Equal(slopes[i], x.Grad!.ToArray<double>()[i], 8);
        }
        Assert.Contains(@"\tanh", mish.Tex, StringComparison.Ordinal);
        Assert.Contains("x", mish.SlopeTex, StringComparison.Ordinal);
    }

    [Fact]
    public void Gelu_and_its_slope_keep_their_digits_where_both_are_tiny()
    {
        Tensor x = Tensor.From([-3.0, -10, -20], dtype: DType.Float64).RequireGrad();
        Tensor y = x.Gelu();
        y.Sum().Backward();
        // x Φ(x) and Φ(x) + x φ(x) to 17 digits, by mpmath.
        double[] exact = [-0.0040496940948902836, -7.6198530241605261e-23, -5.5072482372124674e-88];
        double[] slopes = [-0.011945647204183927, -7.6184000964648141e-22, -1.1014360483133464e-86];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(exact[i], y[i].Item(), 2e-15 * -exact[i]);
            Assert.Equal(slopes[i], x.Grad![i].Item(), 2e-13 * -slopes[i]);
        }
        Assert.Equal(-7.6198530e-23f, (float)Tensor.From([-10f]).Gelu().Item(), 1e-28f);
    }

    [Fact]
    public void It_stands_in_a_net_like_any_layer()
    {
        Tensor.Seed(1);
        Sequential net = [new Linear(2, 3), Activation.Define("cube", x => x * x * x), new Linear(3, 1)];
        Assert.Equal([4, 1], net.Forward(Tensor.Randn(4, 2)).Shape.ToArray());
        Assert.Contains("cube", net.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_range_that_is_told_holds_what_was_measured(string name)
    {
        ActivationFacts facts = Activation.All.Single(a => a.Name == name).Facts;
        if (name == "step")
            return;
        string[] ends = facts.Range.Trim('(', ')', '[', ']').Replace('−', '-').Split(", ");
        if (ends[0] != "-∞")
            Assert.Equal(double.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture), facts.Lowest, 3);
        if (ends[1] != "∞")
            Assert.Equal(double.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture), facts.Highest, 3);
    }

    [Fact]
    public void Saturation_is_measured_on_the_derivative()
    {
        ActivationFacts Of(string name) => Activation.All.Single(a => a.Name == name).Facts;
        // σ′ = 0.01 at ±ln((1 + √0.96) / (1 − √0.96)) = ±4.585.
        Assert.Equal(4.58, Of("sigmoid").FlatAbove!.Value, 0.011);
        Assert.Equal(-4.58, Of("sigmoid").FlatBelow!.Value, 0.011);
        Assert.Equal(0.25, Of("sigmoid").SteepestSlope, 9);
        Assert.Equal(1, Of("tanh").SteepestSlope, 9);
        Assert.Null(Of("ReLU").FlatAbove);
        Assert.NotNull(Of("ReLU").FlatBelow);
        Assert.Null(Of("leaky ReLU").FlatBelow);
        Assert.False(Of("sigmoid").HasBothSigns);
        Assert.True(Of("tanh").HasBothSigns);
        Assert.Equal(0, Of("step").SteepestSlope);
    }

    [Fact]
    public void A_formula_that_is_no_activation_is_refused()
    {
        Assert.Contains("element by element", Assert.Throws<ArgumentException>(
            () => Activation.Define("soft", x => Exp(x) / Backprop.Ops.Formula.RowSum(Exp(x)))).Message, StringComparison.Ordinal);
        Assert.Contains("does not depend on x", Assert.Throws<ArgumentException>(
            () => Activation.Define("seven", _ => 7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PReLU_learns_one_slope_for_each_channel()
    {
        Tensor x = [[-1, -2], [3, -4]];
        var layer = new Prelu(channels: 2, initial: 0.5);
        Tensor y = layer.Forward(x);
        Assert.Equal([-0.5f, -1, 3, -2], y.ToArray<float>());
        y.Sum().Backward();
        Assert.Equal([-1f, -6], layer.Weight.Grad!.ToArray<float>());
        Assert.Contains("one for each channel", Assert.Throws<ArgumentException>(
            () => new Prelu(channels: 3).Forward(x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Maxout_takes_the_largest_of_each_group()
    {
        Tensor x = [[1, 5, 2, 7, 0, 7]];
        Assert.Equal([5f, 7], new Maxout(3).Forward(x).ToArray<float>());
        Assert.Contains("groups of 4", Assert.Throws<ArgumentException>(() => x.Maxout(4)).Message, StringComparison.Ordinal);
    }
}
