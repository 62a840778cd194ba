using Backprop.Ops;

namespace Backprop;

/// <content>
/// The same names for formulas, so that a learner's own activation reads as mathematics:
/// <c>Activation.Define("mish", x => x * Tanh(Log(1 + Exp(x))))</c>.
/// </content>
public static partial class Functional
{
    /// <summary>eˣ</summary>
    public static Formula Exp(Formula x) => Formula.Exp(x);

    /// <summary>The natural logarithm.</summary>
    public static Formula Log(Formula x) => Formula.Log(x);

    /// <summary>√x</summary>
    public static Formula Sqrt(Formula x) => Formula.Sqrt(x);

    /// <summary>x²</summary>
    public static Formula Square(Formula x) => x * x;

    /// <summary>|x|</summary>
    public static Formula Abs(Formula x) => Formula.Abs(x);

    /// <summary>The sine of x radians.</summary>
    public static Formula Sin(Formula x) => Formula.Sin(x);

    /// <summary>The cosine of x radians.</summary>
    public static Formula Cos(Formula x) => Formula.Cos(x);

    /// <summary>The hyperbolic tangent.</summary>
    public static Formula Tanh(Formula x) => Formula.Tanh(x);

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ)</summary>
    public static Formula Sigmoid(Formula x) => Formula.Sigmoid(x);

    /// <summary>max(x, 0)</summary>
    public static Formula Relu(Formula x) => Formula.Max(x, 0);

    /// <summary>ln(1 + eˣ)</summary>
    public static Formula Softplus(Formula x) => Formula.Max(x, 0) + Formula.Log1p(Formula.Exp(-Formula.Abs(x)));

    /// <summary>The error function, 2/√π · ∫ e^−t² from 0 to x.</summary>
    public static Formula Erf(Formula x) => Formula.Erf(x);

    /// <summary>Φ(x), the normal distribution's: ½ (1 + erf(x/√2)), without losing digits far below 0.</summary>
    public static Formula NormalCdf(Formula x) => Formula.NormalCdf(x);

    /// <summary><paramref name="yes"/> where the condition is not 0, else <paramref name="no"/>.</summary>
    public static Formula Where(Formula condition, Formula yes, Formula no) => Formula.Select(condition, yes, no);

    /// <summary>The larger of two.</summary>
    public static Formula Maximum(Formula a, Formula b) => Formula.Max(a, b);

    /// <summary>The smaller of two.</summary>
    public static Formula Minimum(Formula a, Formula b) => Formula.Min(a, b);
}
