using Backprop.Ops;
using static Backprop.Ops.Formula;

namespace Backprop.Tests;

public sealed class FormulaTextTests
{
    private static readonly Formula X = Input(0), Y = Input(1), Z = Input(2);

    public static TheoryData<string, string> Texts => new()
    {
        { Text(1 / (1 + Exp(-X))), "1 / (1 + exp(-x))" },
        { Text(Max(X + Y, 0)), "max(x + y, 0)" },
        { Text(X - (Y - Z)), "x - (y - z)" },
        { Text(X - Y - Z), "x - y - z" },
        { Text(X * (Y + Z)), "x * (y + z)" },
        { Text(X / (Y * Z)), "x / (y * z)" },
        { Text(X * (Y / Z)), "x * (y / z)" },
        { Text(X / Y * Z), "x / y * z" },
        { Text(-(X + Y)), "-(x + y)" },
        { Text(Pow(X + 1, 0.5)), "(x + 1)^0.5" },
        { Text(Pow(X, Pow(Y, Z))), "x^(y^z)" },
        { Text((X > Y) * Z), "(x > y) * z" },
        { Text(Select(X > 0, X, 0.01 * X)), "select(x > 0, x, 0.01 * x)" },
        { Text(RowSum(Exp(X - RowMax(X)))), "rowsum(exp(x - rowmax(x)))" },
        { Text(X * Scalar(0) + Column), "x * s0 + column" },
        { Text(X + 1e-12), "x + 1E-12" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_has_only_the_brackets_it_needs(string actual, string expected) => Assert.Equal(expected, actual);

    [Fact]
    public void Inputs_without_a_name_are_numbered() => Assert.Equal("x0 + x1", (X + Y).ToString());

    [Fact]
    public void Tex_is_what_a_book_prints()
    {
        Assert.Equal(@"\frac{1}{1 + e^{-x}}", FormulaText.Tex(1 / (1 + Exp(-X)), "x"));
        Assert.Equal(@"\max(x_{0} + x_{1}, 0)", FormulaText.Tex(Max(X + Y, 0)));
        Assert.Equal(@"\begin{cases} x & \text{if } x > 0 \\ 0.01 \cdot x & \text{else} \end{cases}",
            FormulaText.Tex(Select(X > 0, X, 0.01 * X), "x"));
        Assert.Equal(@"(x + y)^{2.5}", FormulaText.Tex(Pow(X + Y, 2.5), "x", "y"));
        Assert.Equal(@"[x > y] \cdot \sigma(x)", FormulaText.Tex((X > Y) * Sigmoid(X), "x", "y"));
        Assert.Equal(@"x \cdot \Phi(x)", FormulaText.Tex(X * NormalCdf(X), "x"));
        Assert.Equal(@"x + 1 \cdot 10^{-12}", FormulaText.Tex(X + 1e-12, "x"));
    }

    private static string Text(Formula f) => FormulaText.Plain(f, "x", "y", "z");
}
