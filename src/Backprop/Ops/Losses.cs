using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = (prediction − target)²</summary>
public sealed record SquaredError : Binary
{
    internal static readonly SquaredError Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => (a - b) * (a - b);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var slope = dy * (2 * (a - b));
        return (slope, -slope);
    }
}

/// <summary>
/// −t ln p − (1 − t) ln(1 − p) for a probability p and a target t from 0 to 1. Logarithms stop at −100, so that a
/// certain and wrong answer costs 100 and not ∞.
/// </summary>
public sealed record LogLoss : Binary
{
    internal static readonly LogLoss Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) =>
        -(b * Max(Formula.Log(a), -100) + (1 - b) * Max(Log1p(-a), -100));

    /// <summary>The gradient of p divides by p (1 − p), held away from 0.</summary>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (dy * (a - b) / Max(a * (1 - a), 1e-12),
         dy * (Max(Log1p(-a), -100) - Max(Formula.Log(a), -100)));
}

/// <summary>The same from the logit z, p = σ(z): max(z, 0) − z t + ln(1 + e^−|z|), finite for every z.</summary>
public sealed record LogLossOfLogit : Binary
{
    internal static readonly LogLossOfLogit Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) =>
        Max(a, 0) - a * b + Log1p(Formula.Exp(-Formula.Abs(a)));

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (dy * (Formula.Sigmoid(a) - b), -(dy * a));
}

/// <summary>y = |prediction − target|; its slope where they are equal is 0.</summary>
public sealed record AbsoluteError : Binary
{
    internal static readonly AbsoluteError Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Formula.Abs(a - b);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var slope = dy * Sign(a - b);
        return (slope, -slope);
    }
}

/// <summary>e²/2 up to |e| = δ, then δ (|e| − δ/2), for e = prediction − target.</summary>
/// <param name="Delta">δ.</param>
public sealed record HuberError(double Delta) : Binary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b)
    {
        Formula e = a - b, size = Formula.Abs(e);
        return Select(size <= Delta, 0.5 * (e * e), Delta * (size - 0.5 * Delta));
    }

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var slope = dy * Min(Max(a - b, -Delta), Delta);
        return (slope, -slope);
    }
}

/// <summary>max(0, 1 − t · s) for a score s and a side t of −1 or 1.</summary>
public sealed record HingeError : Binary
{
    internal static readonly HingeError Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Max(1 - b * a, 0);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (Select(y > 0, -(dy * b), 0), Select(y > 0, -(dy * a), 0));
}

/// <summary>t (ln t − x) for a probability t and the logarithm x of another; 0 where t is 0.</summary>
public sealed record DivergenceTerm : Binary
{
    internal static readonly DivergenceTerm Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Select(b > 0, b * (Formula.Log(b) - a), 0);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (-(dy * b), Select(b > 0, dy * (Formula.Log(b) + 1 - a), 0));
}
