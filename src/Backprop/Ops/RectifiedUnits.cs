using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = x where x &gt; 0, else slope · x; at 0 the slope of the negative side is taken.</summary>
/// <param name="Slope">α, 0.01 as a rule.</param>
public sealed record LeakyRelu(double Slope) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Select(x > 0, x, Slope * x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => Select(x > 0, dy, Slope * dy);
}

/// <summary>y = x where x &gt; 0, else α · x, with an α that is learned. He and others, 2015.</summary>
public sealed record Prelu : Binary
{
    internal static readonly Prelu Instance = new();

    /// <summary>y from x and α.</summary>
    protected override Formula Forward(Formula a, Formula b) => Select(a > 0, a, b * a);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (Select(a > 0, dy, b * dy), Select(a > 0, 0, a * dy));
}

/// <summary>y = x where x &gt; 0, else α (eˣ − 1). Clevert and others, 2016.</summary>
/// <param name="Alpha">α: far below 0 the unit saturates at −α.</param>
public sealed record Elu(double Alpha) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Select(x > 0, x, Alpha * Expm1(Min(x, 0)));

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => Select(x > 0, dy, dy * (y + Alpha));
}

/// <summary>
/// y = λx where x &gt; 0, else λα (eˣ − 1), with the λ and α at which mean 0 and variance 1 stay what they are from layer
/// to layer. Klambauer and others, 2017.
/// </summary>
public sealed record Selu : Unary
{
    internal static readonly Selu Instance = new();
    private const double Alpha = 1.6732632423543772, Lambda = 1.0507009873554805;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Select(x > 0, Lambda * x, Lambda * Alpha * Expm1(Min(x, 0)));

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) =>
        Select(x > 0, Lambda * dy, dy * (y + Lambda * Alpha));
}
