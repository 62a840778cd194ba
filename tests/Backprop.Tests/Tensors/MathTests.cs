using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class MathTests
{
    public static TheoryData<string> Functions => [.. Table.Keys];

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Ours, Func<double, double> Exact)> Table = new()
    {
        ["exp"] = (x => x.Exp(), Math.Exp),
        ["log of abs"] = (x => x.Abs().Log(), v => Math.Log(Math.Abs(v))),
        ["sqrt of square"] = (x => x.Square().Sqrt(), Math.Abs),
        ["sin"] = (x => x.Sin(), Math.Sin),
        ["cos"] = (x => x.Cos(), Math.Cos),
        ["tanh"] = (x => x.Tanh(), Math.Tanh),
        ["sigmoid"] = (x => x.Sigmoid(), v => 1 / (1 + Math.Exp(-v))),
        ["relu"] = (x => x.Relu(), v => Math.Max(v, 0)),
        ["clamp"] = (x => x.Clamp(-0.5, 0.5), v => Math.Clamp(v, -0.5, 0.5)),
        ["clamp below"] = (x => x.Clamp(high: 0.5), v => Math.Min(v, 0.5)),
        ["power 3"] = (x => x.Pow(3), v => v * v * v),
        ["power -2"] = (x => x.Pow(-2), v => Math.Pow(v, -2)),
        ["power 0.5"] = (x => x.Pow(0.5), Math.Sqrt),
        ["power of two"] = (x => ((Tensor)2).Pow(x), v => Math.Pow(2, v)),
        ["maximum"] = (x => Tensor.Maximum(x, 0.1), v => Math.Max(v, 0.1)),
        ["minimum"] = (x => Tensor.Minimum(x, 0.1), v => Math.Min(v, 0.1)),
        ["where"] = (x => Tensor.Where(x > 0, x, -x), Math.Abs),
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_gives_what_double_arithmetic_gives(string name)
    {
        var (ours, exact) = Table[name];
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var x = Noise([37], 5, dtype);
            double tolerance = dtype == DType.Float32 ? 2e-6 : 1e-13;
            double[] expected = [.. x.ToArray<double>().Select(exact)], got = ours(x).ToArray<double>();
            for (int i = 0; i < got.Length; i++)
            {
                bool agree = double.IsNaN(expected[i])
                    ? double.IsNaN(got[i])
                    : Math.Abs(got[i] - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]));
                Assert.True(agree, $"{name} {dtype}: {got[i]:R} ≠ {expected[i]:R} at {x.ToArray<double>()[i]:R}");
            }
        }
    }

    [Fact]
    public void Sigmoid_and_tanh_stay_finite_at_a_thousand()
    {
        Tensor x = [-1000, 1000];
        Holds(x.Sigmoid(), [2], 0, 1);
        Holds(x.Tanh(), [2], -1, 1);
    }

    [Fact]
    public void Relu_has_slope_0_at_0()
    {
        var x = Tensor.Stack(-1, 0, 2).RequireGrad();
        x.Relu().Sum().Backward();
        Holds(x.Grad!, [3], 0, 0, 1);
    }

    [Fact]
    public void Equal_maxima_share_the_gradient()
    {
        Tensor a = 1, b = 1;
        Tensor.Maximum(a.RequireGrad(), b.RequireGrad()).Backward();
        Assert.Equal((0.5, 0.5), (a.Grad!.Item(), b.Grad!.Item()));
        var x = Tensor.Stack(3, 1, 3).RequireGrad();
        x.Max().Backward();
        Holds(x.Grad!, [3], 0.5, 0, 0.5);
    }

    [Fact]
    public void Clamp_refuses_bounds_the_wrong_way_round() =>
        Assert.Contains("not from 1 to 0", MessageOf<ArgumentException>(() => Tensor.Zeros(1).Clamp(1, 0)), StringComparison.Ordinal);

    [Fact]
    public void Where_needs_a_condition_of_truths() =>
        Assert.Contains("Compare first", MessageOf<ArgumentException>(() => Tensor.Where(Tensor.Ones(1), 1, 2)), StringComparison.Ordinal);

    [Fact]
    public void Where_keeps_whole_numbers_and_broadcasts()
    {
        Tensor x = [[1, -1]];
        var y = Tensor.Where(x > 0, Tensor.From([5], [1, 1]), 7);
        Assert.Equal(DType.Int32, y.DType);
        Holds(y, [1, 2], 5, 7);
    }

    [Fact]
    public void Softmax_sums_to_1_and_ignores_a_shift()
    {
        Tensor x = [[2, 1, 0.1], [1002, 1001, 1000.1]];
        var y = x.Softmax();
        IsNear(y, [2, 3], 5e-5, 0.65900, 0.24243, 0.09856, 0.65900, 0.24243, 0.09856);
        IsNear(y.Sum(1), [2], 1e-6, 1, 1);
        IsNear(x.LogSoftmax().Exp(), [2, 3], 1e-6, y.ToArray<double>());
        IsNear(x.Softmax(0)[.., 0], [2], 1e-6, 0, 1);
        IsNear(Tensor.From([1, 1]).Softmax(), [2], 1e-6, 0.5, 0.5);
    }

    [Fact]
    public void A_formula_of_ones_own_runs_and_trains()
    {
        var x = Tensor.Stack(-1, 2).RequireGrad();
        var y = new Doubled().Apply(x);
        Holds(y, [2], -2, 4);
        y.Sum().Backward();
        Holds(x.Grad!, [2], 2, 2);
    }

    [Fact]
    public void An_op_copied_with_another_number_computes_with_that_number()
    {
        var op = new Times(2);
        Assert.Equal(6, op.Apply(3).Item());
        Assert.Equal(15, (op with { Factor = 5 }).Apply(3).Item());
    }

    private sealed record Doubled : Ops.Unary
    {
        protected override Ops.Formula Forward(Ops.Formula x) => x * 2;

        protected override Ops.Formula Backward(Ops.Formula dy, Ops.Formula x, Ops.Formula y) => dy * 2;
    }

    private sealed record Times(double Factor) : Ops.Unary
    {
        protected override Ops.Formula Forward(Ops.Formula x) => x * Factor;

        protected override Ops.Formula Backward(Ops.Formula dy, Ops.Formula x, Ops.Formula y) => dy * Factor;
    }
}
