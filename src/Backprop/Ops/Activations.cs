using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = tanh x</summary>
public sealed record Tanh : Unary
{
    internal static readonly Tanh Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Tanh(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * (1 - y * y);
}

/// <summary>y = σ(x) = 1 / (1 + e⁻ˣ)</summary>
public sealed record Sigmoid : Unary
{
    internal static readonly Sigmoid Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Sigmoid(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * (y * (1 - y));
}

/// <summary>y = max(x, 0); its slope at 0 is taken as 0.</summary>
public sealed record Relu : Unary
{
    internal static readonly Relu Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Max(x, 0);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => Select(y > 0, dy, 0);
}
