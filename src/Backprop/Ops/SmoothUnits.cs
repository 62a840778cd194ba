using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = x · σ(x), also called Swish. Elfwing and others, 2018; Ramachandran and others, 2017.</summary>
public sealed record Silu : Unary
{
    internal static readonly Silu Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => x * Formula.Sigmoid(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) =>
        dy * (Formula.Sigmoid(x) * (1 + x * (1 - Formula.Sigmoid(x))));
}

/// <summary>y = x · Φ(x), Φ(x) = ½ (1 + erf(x/√2)) the normal distribution's. Hendrycks and Gimpel, 2016.</summary>
public sealed record Gelu : Unary
{
    internal static readonly Gelu Instance = new();
    private static readonly double InverseRoot2Pi = 1 / Math.Sqrt(2 * Math.PI);

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => x * NormalCdf(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) =>
        dy * (NormalCdf(x) + x * (InverseRoot2Pi * Formula.Exp(-0.5 * (x * x))));
}

/// <summary>GELU's tanh form, as GPT-2 has it: x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
public sealed record GeluTanh : Unary
{
    internal static readonly GeluTanh Instance = new();
    private static readonly double Root = Math.Sqrt(2 / Math.PI);

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => 0.5 * x * (1 + Bend(x));

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y)
    {
        Formula bend = Bend(x), slope = Root * (1 + 3 * 0.044715 * (x * x));
        return dy * (0.5 * (1 + bend) + 0.5 * x * ((1 - bend * bend) * slope));
    }

    private static Formula Bend(Formula x) => Formula.Tanh(Root * (x + 0.044715 * (x * x * x)));
}

/// <summary>y = ln(1 + e^βx) / β, a smooth ReLU; written so that no exponential overflows.</summary>
/// <param name="Beta">β: the larger, the sharper the bend at 0.</param>
public sealed record Softplus(double Beta) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) =>
        Max(x, 0) + Log1p(Formula.Exp(-Beta * Formula.Abs(x))) / Beta;

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * Formula.Sigmoid(Beta * x);
}
