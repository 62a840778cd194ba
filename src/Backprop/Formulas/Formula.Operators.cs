namespace Backprop.Ops;

/// <content>How formulas are written in C#.</content>
public sealed partial class Formula
{
    /// <summary>a + b</summary>
    public static Formula operator +(Formula a, Formula b)
    {
        if (IsPair(a, b))
            return a.Value + b.Value;
        if (a.Is(0))
            return b;
        return b.Is(0) ? a : Make(FormulaKind.Add, a, b);
    }

    /// <summary>a − b</summary>
    public static Formula operator -(Formula a, Formula b)
    {
        if (IsPair(a, b))
            return a.Value - b.Value;
        if (a.Is(0))
            return -b;
        return b.Is(0) ? a : Make(FormulaKind.Subtract, a, b);
    }

    /// <summary>a · b</summary>
    public static Formula operator *(Formula a, Formula b)
    {
        if (IsPair(a, b))
            return a.Value * b.Value;
        if (a.Is(1))
            return b;
        if (a.Is(-1))
            return -b;
        return b.Is(1) ? a : Make(FormulaKind.Multiply, a, b);
    }

    /// <summary>a / b</summary>
    public static Formula operator /(Formula a, Formula b)
    {
        if (IsPair(a, b))
            return a.Value / b.Value;
        return b.Is(1) ? a : Make(FormulaKind.Divide, a, b);
    }

    /// <summary>−a</summary>
    public static Formula operator -(Formula a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.Kind == FormulaKind.Constant)
            return -a.Value;
        return a.Kind == FormulaKind.Negate ? a.A! : Make(FormulaKind.Negate, a);
    }

    /// <summary>1 if a &gt; b, else 0.</summary>
    public static Formula operator >(Formula a, Formula b) => Make(FormulaKind.Greater, a, b);

    /// <summary>1 if a &lt; b, else 0.</summary>
    public static Formula operator <(Formula a, Formula b) => Make(FormulaKind.Greater, b, a);

    /// <summary>1 if a ≥ b, else 0.</summary>
    public static Formula operator >=(Formula a, Formula b) => Make(FormulaKind.GreaterOrEqual, a, b);

    /// <summary>1 if a ≤ b, else 0.</summary>
    public static Formula operator <=(Formula a, Formula b) => Make(FormulaKind.GreaterOrEqual, b, a);

    /// <summary>1 if a &gt; b, else 0.</summary>
    public static Formula Greater(Formula a, Formula b) => a > b;

    /// <summary>1 if a ≥ b, else 0.</summary>
    public static Formula GreaterOrEqual(Formula a, Formula b) => a >= b;

    /// <summary>1 if a = b, else 0. (The operator == asks whether two formulas are the same formula.)</summary>
    public static Formula Equal(Formula a, Formula b) => Make(FormulaKind.Equal, a, b);

    /// <summary><paramref name="yes"/> where the condition is not 0, else <paramref name="no"/>.</summary>
    public static Formula Select(Formula condition, Formula yes, Formula no) =>
        ReferenceEquals(yes, no) ? yes : Make(FormulaKind.Select, condition, yes, no);

    /// <summary>The larger of both; NaN if one is NaN.</summary>
    public static Formula Max(Formula a, Formula b) => Make(FormulaKind.Max, a, b);

    /// <summary>The smaller of both; NaN if one is NaN.</summary>
    public static Formula Min(Formula a, Formula b) => Make(FormulaKind.Min, a, b);

    /// <summary>|a|</summary>
    public static Formula Abs(Formula a) => Make(FormulaKind.Abs, a);

    /// <summary>1, 0 or −1; 0 for NaN.</summary>
    public static Formula Sign(Formula a) => (a > 0) - (a < 0);

    /// <summary>√a</summary>
    public static Formula Sqrt(Formula a) => Make(FormulaKind.Sqrt, a);

    /// <summary>eᵃ</summary>
    public static Formula Exp(Formula a) => Make(FormulaKind.Exp, a);

    /// <summary>eᵃ − 1, without losing digits near 0.</summary>
    public static Formula Expm1(Formula a) => Make(FormulaKind.Expm1, a);

    /// <summary>The natural logarithm.</summary>
    public static Formula Log(Formula a) => Make(FormulaKind.Log, a);

    /// <summary>log(1 + a), without losing digits near 0.</summary>
    public static Formula Log1p(Formula a) => Make(FormulaKind.Log1p, a);

    /// <summary>The hyperbolic tangent.</summary>
    public static Formula Tanh(Formula a) => Make(FormulaKind.Tanh, a);

    /// <summary>σ(a) = 1 / (1 + e⁻ᵃ)</summary>
    public static Formula Sigmoid(Formula a) => Make(FormulaKind.Sigmoid, a);

    /// <summary>The sine of a radians.</summary>
    public static Formula Sin(Formula a) => Make(FormulaKind.Sin, a);

    /// <summary>The cosine of a radians.</summary>
    public static Formula Cos(Formula a) => Make(FormulaKind.Cos, a);

    /// <summary>The error function.</summary>
    public static Formula Erf(Formula a) => Make(FormulaKind.Erf, a);

    /// <summary>Φ(a), the normal distribution's: ½ (1 + erf(a/√2)), without losing digits far below 0.</summary>
    public static Formula NormalCdf(Formula a) => Make(FormulaKind.NormalCdf, a);

    /// <summary>The largest whole number that is not larger than a.</summary>
    public static Formula Floor(Formula a) => Make(FormulaKind.Floor, a);

    /// <summary>a to the power of b; constant exponents −1, 0, 1, 2 and 3 become products.</summary>
    public static Formula Pow(Formula a, Formula b)
    {
        ArgumentNullException.ThrowIfNull(b);
        if (b.Kind != FormulaKind.Constant)
            return Make(FormulaKind.Pow, a, b);
        return b.Value switch
        {
            0 => 1,
            1 => a,
            2 => a * a,
            3 => a * a * a,
            -1 => 1 / a,
            _ => Make(FormulaKind.Pow, a, b),
        };
    }

    /// <summary>The sum over the last axis, the same for each element of a row.</summary>
    public static Formula RowSum(Formula a) => Make(FormulaKind.RowSum, a);

    /// <summary>The largest over the last axis, the same for each element of a row.</summary>
    public static Formula RowMax(Formula a) => Make(FormulaKind.RowMax, a);

    /// <summary>The same operation on other operands, through the operators, so that it is simplified again.</summary>
    private Formula With(Dictionary<Formula, Formula> made) =>
        With(made[A!], B is null ? null : made[B], C is null ? null : made[C]);

    private Formula With(Formula a, Formula? b, Formula? c) => Kind switch
    {
        FormulaKind.Add => a + b!,
        FormulaKind.Subtract => a - b!,
        FormulaKind.Multiply => a * b!,
        FormulaKind.Divide => a / b!,
        FormulaKind.Negate => -a,
        FormulaKind.Pow => Pow(a, b!),
        FormulaKind.Select => Select(a, b!, c!),
        _ => Make(Kind, a, b, c),
    };

    private bool Is(double value) => Kind == FormulaKind.Constant && Value == value;

    private static bool IsPair(Formula a, Formula b) =>
        a.Kind == FormulaKind.Constant && b.Kind == FormulaKind.Constant;
}
