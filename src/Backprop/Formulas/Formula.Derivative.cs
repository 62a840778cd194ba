namespace Backprop.Ops;

/// <content>The derivative of a formula is a formula.</content>
public sealed partial class Formula
{
    /// <summary>∂this/∂<paramref name="wrt"/>, where <paramref name="wrt"/> is any part, most often an input.</summary>
    /// <remarks>At a kink: |x| has slope 0 at 0, and max and min take the slope of their second operand where both
    /// are equal, so <c>Max(x, 0)</c> has slope 0 at 0.</remarks>
    /// <exception cref="NotSupportedException">A row sum or row maximum depends on it: each element would have as many
    /// slopes as the row has elements. Such an op states its backward formula itself.</exception>
    public Formula Derivative(Formula wrt)
    {
        // Null stands for "does not depend on it". That is not the number 0, by which 0 · ∞ would have to be judged.
        var slopes = new Dictionary<Formula, Formula?>();
        foreach (var part in Parts())
        {
            slopes[part] = ReferenceEquals(part, wrt) ? 1 : part.Chain(
                part.A is null ? null : slopes[part.A],
                part.B is null ? null : slopes[part.B],
                part.C is null ? null : slopes[part.C]);
        }
        return slopes[this] ?? 0;
    }

    /// <summary>The chain rule for one operation, from the slopes of its operands.</summary>
    private Formula? Chain(Formula? a, Formula? b, Formula? c) => Kind switch
    {
        FormulaKind.Add => Plus(a, b),
        FormulaKind.Subtract => Plus(a, b is null ? null : -b),
        FormulaKind.Multiply => Plus(a is null ? null : a * B!, b is null ? null : A! * b),
        FormulaKind.Divide => Plus(a is null ? null : a / B!, b is null ? null : -(b * this / B!)),
        FormulaKind.Pow => Plus(a is null ? null : a * PowerSlope(), b is null ? null : b * ExponentSlope()),
        FormulaKind.Max => Choose(A! > B!, a, b),
        FormulaKind.Min => Choose(A! < B!, a, b),
        FormulaKind.Select => Choose(A!, b, c),
        FormulaKind.RowSum or FormulaKind.RowMax when a is not null => throw new NotSupportedException(
            $"{this} joins a whole row, so it has no slope per element. State the backward formula yourself."),
        _ => a is null || Slope() is not { } slope ? null : slope * a,
    };

    /// <summary>The derivative of a function of one operand, by that operand; null for a step function.</summary>
    private Formula? Slope() => Kind switch
    {
        FormulaKind.Negate => -1,
        FormulaKind.Abs => Sign(A!),
        FormulaKind.Sqrt => 0.5 / this,
        FormulaKind.Exp => this,
        FormulaKind.Expm1 => this + 1,
        FormulaKind.Log => 1 / A!,
        FormulaKind.Log1p => 1 / (1 + A!),
        FormulaKind.Tanh => 1 - this * this,
        FormulaKind.Sigmoid => this * (1 - this),
        FormulaKind.Sin => Cos(A!),
        FormulaKind.Cos => -Sin(A!),
        FormulaKind.Erf => 2 / Math.Sqrt(Math.PI) * Exp(-(A! * A!)),
        FormulaKind.NormalCdf => 1 / Math.Sqrt(2 * Math.PI) * Exp(-0.5 * (A! * A!)),
        _ => null,
    };

    /// <summary>∂(aᵇ)/∂a = b aᵇ⁻¹, and 0 for b = 0 even where a = 0.</summary>
    private Formula PowerSlope()
    {
        var slope = B! * Pow(A!, B! - 1);
        return B!.Kind == FormulaKind.Constant ? slope : Select(Equal(B!, 0), 0, slope);
    }

    /// <summary>∂(aᵇ)/∂b = aᵇ log a, and 0 where a = 0.</summary>
    private Formula ExponentSlope() => Select(Equal(A!, 0), 0, this * Log(A!));

    private static Formula? Plus(Formula? a, Formula? b)
    {
        if (a is null)
            return b;
        return b is null ? a : a + b;
    }

    private static Formula? Choose(Formula condition, Formula? yes, Formula? no) =>
        yes is null && no is null ? null : Select(condition, yes ?? 0, no ?? 0);
}
