using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>y = a + b</summary>
public sealed record Add : Binary
{
    internal static readonly Add Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a + b;

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) => (dy, dy);
}

/// <summary>y = a − b</summary>
public sealed record Subtract : Binary
{
    internal static readonly Subtract Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a - b;

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) => (dy, -dy);
}

/// <summary>y = a · b</summary>
public sealed record Multiply : Binary
{
    internal static readonly Multiply Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a * b;

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) => (dy * b, dy * a);
}

/// <summary>y = a / b</summary>
public sealed record Divide : Binary
{
    internal static readonly Divide Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a / b;

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) =>
        (dy / b, -(dy * y) / b);
}

/// <summary>y = aᵇ</summary>
public sealed record Power : Binary
{
    internal static readonly Power Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Pow(a, b);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var power = Pow(a, b);
        return (dy * power.Derivative(a), dy * power.Derivative(b));
    }
}

/// <summary>y = xⁿ for a number n.</summary>
/// <param name="Exponent">n.</param>
public sealed record PowerOf(double Exponent) : Unary
{
    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Pow(x, Exponent);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) =>
        Exponent == 0 ? 0 : dy * (Exponent * Pow(x, Exponent - 1));
}

/// <summary>y = −x</summary>
public sealed record Negate : Unary
{
    internal static readonly Negate Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => -x;

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => -dy;
}

/// <summary>y = |x|; its slope at 0 is taken as 0.</summary>
public sealed record Abs : Unary
{
    internal static readonly Abs Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Formula.Abs(x);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * Sign(x);
}

/// <summary>y = x²</summary>
public sealed record Square : Unary
{
    internal static readonly Square Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => x * x;

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * (2 * x);
}

/// <summary>The larger of a and b. Where both are equal, each gets half of the gradient.</summary>
public sealed record Maximum : Binary
{
    internal static readonly Maximum Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Max(a, b);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var half = 0.5 * Equal(a, b);
        return (dy * ((a > b) + half), dy * ((b > a) + half));
    }
}

/// <summary>The smaller of a and b. Where both are equal, each gets half of the gradient.</summary>
public sealed record Minimum : Binary
{
    internal static readonly Minimum Instance = new();

    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Min(a, b);

    /// <inheritdoc/>
    protected override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y)
    {
        var half = 0.5 * Equal(a, b);
        return (dy * ((a < b) + half), dy * ((b < a) + half));
    }
}

/// <summary>x kept between two numbers; its slope is 1 from one to the other, both included, and 0 outside.</summary>
/// <param name="Low">The least result; −∞ for none.</param>
/// <param name="High">The largest result; ∞ for none.</param>
public sealed record Clamp(double Low, double High) : Unary
{
    private protected override Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    protected override Formula Forward(Formula x) => Min(Max(x, Low), High);

    /// <inheritdoc/>
    protected override Formula Backward(Formula dy, Formula x, Formula y) => dy * ((x >= Low) * (x <= High));
}
