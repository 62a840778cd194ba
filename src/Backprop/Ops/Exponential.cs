namespace Backprop.Ops;

/// <summary>y = eˣ</summary>
public sealed record Exp : Unary
{
    internal static readonly Exp Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Exp(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * y;
}

/// <summary>y = ln x</summary>
public sealed record Log : Unary
{
    internal static readonly Log Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Log(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy / x;
}

/// <summary>y = √x</summary>
public sealed record Sqrt : Unary
{
    internal static readonly Sqrt Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Sqrt(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => 0.5 * dy / y;
}

/// <summary>y = sin x, x in radians</summary>
public sealed record Sin : Unary
{
    internal static readonly Sin Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Sin(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * Formula.Cos(x);
}

/// <summary>y = cos x, x in radians</summary>
public sealed record Cos : Unary
{
    internal static readonly Cos Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Cos(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => -(dy * Formula.Sin(x));
}
