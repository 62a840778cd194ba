using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>A question about two numbers. Its answers are true or false, so nothing flows back.</summary>
public abstract record Comparison : Binary
{
    private protected sealed override Domain Domain => Domain.Truth;

    /// <inheritdoc/>
    protected sealed override (Formula A, Formula B) Backward(Formula dy, Formula a, Formula b, Formula y) => (0, 0);
}

/// <summary>a &gt; b</summary>
public sealed record Greater : Comparison
{
    internal static readonly Greater Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a > b;
}

/// <summary>a ≥ b</summary>
public sealed record GreaterOrEqual : Comparison
{
    internal static readonly GreaterOrEqual Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => a >= b;
}

/// <summary>a = b</summary>
public sealed record EqualTo : Comparison
{
    internal static readonly EqualTo Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Equal(a, b);
}

/// <summary>a ≠ b; true if one is NaN</summary>
public sealed record NotEqualTo : Comparison
{
    internal static readonly NotEqualTo Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => 1 - Equal(a, b);
}

/// <summary>Both are true (not 0).</summary>
public sealed record And : Comparison
{
    internal static readonly And Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Select(a, Select(b, 1, 0), 0);
}

/// <summary>One or both are true (not 0).</summary>
public sealed record Or : Comparison
{
    internal static readonly Or Instance = new();

    /// <inheritdoc/>
    protected override Formula Forward(Formula a, Formula b) => Select(a, 1, Select(b, 1, 0));
}
