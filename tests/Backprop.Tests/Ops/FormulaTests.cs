using Backprop.Ops;
using static Backprop.Ops.Formula;

namespace Backprop.Tests;

public sealed class FormulaTests
{
    private static readonly Formula X = Input(0), Y = Input(1);

    [Fact]
    public void Equal_formulas_are_the_same_object()
    {
        Assert.Same(Exp(X) / (1 + Y), Exp(Input(0)) / (1 + Input(1)));
        Assert.NotSame(X - Y, Y - X);
        Assert.NotSame((Formula)0.0, (Formula)(-0.0));
        Assert.Same((Formula)double.NaN, (Formula)double.NaN);
    }

    [Fact]
    public void Sharing_keeps_a_formula_small()
    {
        var f = X;
        for (int i = 0; i < 60; i++)
            f = f * f + f;
        // As a tree this would have 3⁶⁰ parts.
        Assert.Equal(121, f.Parts().Count());
        Assert.Equal(f.Parts().Count(), f.Substitute(leaf => leaf == X ? Y : null).Parts().Count());
        Assert.True(f.Derivative(X).Parts().Count() < 400);
    }

    [Fact]
    public void A_number_that_changes_makes_no_new_formulas_as_a_scalar()
    {
        _ = X * Scalar(0) + 1;
        int before = Count;
        for (int i = 0; i < 1000; i++)
            _ = X * Scalar(0) + 1;
        // Other tests run at the same time, so a few may come from there.
        Assert.InRange(Count - before, 0, 900);
    }

    [Fact]
    public void Only_what_cannot_hide_a_NaN_is_simplified()
    {
        Assert.Same(X, X + 0);
        Assert.Same(X, X - 0);
        Assert.Same(X, 1 * X);
        Assert.Same(X, X / 1);
        Assert.Same(X, -(-X));
        Assert.Same(-X, -1 * X);
        Assert.Same((Formula)6, (Formula)2 * 3);
        Assert.NotSame((Formula)0, 0 * X);
        Assert.NotSame((Formula)0, X - X);
        Assert.NotSame((Formula)0, 0 / X);
        Assert.NotSame((Formula)1, X / X);
    }

    [Fact]
    public void Small_constant_powers_are_products()
    {
        Assert.Same(X * X, Pow(X, 2));
        Assert.Same(X * X * X, Pow(X, 3));
        Assert.Same(1 / X, Pow(X, -1));
        Assert.Same(X, Pow(X, 1));
        Assert.Equal(FormulaKind.Pow, Pow(X, 0.5).Kind);
    }

    [Fact]
    public void Parts_come_before_what_uses_them()
    {
        var f = Select(X > Y, Exp(X), RowSum(X * Y));
        var seen = new HashSet<Formula>();
        foreach (var part in f.Parts())
        {
            foreach (var operand in (Formula?[])[part.A, part.B, part.C])
                Assert.True(operand is null || seen.Contains(operand));
            Assert.True(seen.Add(part));
        }
        Assert.Contains(f, seen);
    }

    [Fact]
    public void Substituting_puts_one_formula_into_another()
    {
        var relu = Max(X, 0);
        Assert.Same(Max(X + Y, 0), relu.Substitute(leaf => leaf == X ? X + Y : null));
        Assert.Same(2 * Y, (X * Y).Substitute(leaf => leaf == X ? 2.0 : null));
    }

    public static TheoryData<string> Differentiable => [.. Examples.Keys];

    private static readonly Dictionary<string, Formula> Examples = new()
    {
        ["sum"] = X + 2 * Y - X / Y,
        ["product"] = X * Y * X,
        ["quotient"] = X / (Y * Y + 1),
        ["negative"] = -(X * Y),
        ["exp"] = Exp(X * Y),
        ["expm1"] = Expm1(X - Y),
        ["log"] = Log(X * X + Y * Y),
        ["log1p"] = Log1p(X * X),
        ["sqrt"] = Sqrt(X * X + 1),
        ["tanh"] = Tanh(X * Y),
        ["sigmoid"] = Sigmoid(X - 2 * Y),
        ["sin"] = Sin(X * X),
        ["cos"] = Cos(X * Y),
        ["erf"] = Erf(X * Y),
        ["normal"] = NormalCdf(X * Y),
        ["abs"] = Abs(X) * Y,
        ["max"] = Max(X, Y) * X,
        ["min"] = Min(X * X, Y),
        ["select"] = Select(X > Y, X * X, Y * X),
        ["power"] = Pow(Abs(X) + 1, Y),
        ["root"] = Pow(X * X + 1, 0.3),
        ["gelu"] = 0.5 * X * (1 + Erf(X / Math.Sqrt(2))),
        ["softplus"] = Max(X, 0) + Log1p(Exp(-Abs(X))),
        ["steps"] = Floor(X) * Y + (X > Y) + Equal(X, Y),
    };

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void A_derivative_agrees_with_finite_differences(string name)
    {
        var f = Examples[name];
        double[] points = [-1.7, -0.6, 0.45, 1.3, 2.2];
        const double h = 1e-6;
        foreach (double x in points)
        {
            foreach (double y in points)
            {
                if (x == y)
                    continue;
                double byX = (At(f, x + h, y) - At(f, x - h, y)) / (2 * h);
                double byY = (At(f, x, y + h) - At(f, x, y - h)) / (2 * h);
                Assert.Equal(byX, At(f.Derivative(X), x, y), 1e-6 * (1 + Math.Abs(byX)));
                Assert.Equal(byY, At(f.Derivative(Y), x, y), 1e-6 * (1 + Math.Abs(byY)));
            }
        }
    }

    [Fact]
    public void A_derivative_has_a_derivative()
    {
        var second = Tanh(X).Derivative(X).Derivative(X);
        double t = Math.Tanh(0.7);
        Assert.Equal(-2 * t * (1 - t * t), At(second, 0.7, 0), 12);
        Assert.Equal(6, At(Pow(X, 3).Derivative(X).Derivative(X), 1, 0), 12);
    }

    [Fact]
    public void At_its_kink_relu_has_slope_0_and_the_absolute_value_too()
    {
        Assert.Equal(0, At(Max(X, 0).Derivative(X), 0, 0));
        Assert.Equal(0, At(Abs(X).Derivative(X), 0, 0));
    }

    [Fact]
    public void What_does_not_depend_has_slope_0_even_beside_infinity()
    {
        Assert.Same((Formula)0, (Exp(Y) + 3).Derivative(X));
        Assert.Equal(1, At((X + 1 / Y).Derivative(X), 5, 0));
        Assert.Equal(0, At(Pow(X, Y).Derivative(X), 0, 0));
        Assert.Equal(0, At(Pow(X, Y).Derivative(Y), 0, 2));
    }

    [Fact]
    public void A_row_sum_has_no_slope_per_element_and_says_what_to_do()
    {
        var error = Assert.Throws<NotSupportedException>(() => (X / RowSum(X)).Derivative(X));
        Assert.Equal(
            "rowsum(x0) joins a whole row, so it has no slope per element. State the backward formula yourself.",
            error.Message);
        Assert.Same(1 / RowSum(Y), (X / RowSum(Y)).Derivative(X));
    }

    private static double At(Formula f, double x, double y)
    {
        var device = Device.Reference;
        var result = device.Empty([], DType.Float64);
        device.Map(new Program(2, 0, f), [result], [device.Of(default, x), device.Of(default, y)]);
        return result.ToArray<double>()[0];
    }
}
