namespace Backprop.Ops;

/// <summary>What a <see cref="Formula"/> does with its operands A, B and C.</summary>
public enum FormulaKind : byte
{
    /// <summary>An element of the operand with number Index.</summary>
    Input,
    /// <summary>A number handed over at each run, at place Index.</summary>
    Scalar,
    /// <summary>A number that is part of the formula.</summary>
    Constant,
    /// <summary>The element's place in its row: 0, 1, 2, …</summary>
    Column,

    /// <summary>−A</summary>
    Negate,
    /// <summary>|A|</summary>
    Abs,
    /// <summary>√A</summary>
    Sqrt,
    /// <summary>eᴬ</summary>
    Exp,
    /// <summary>eᴬ − 1, exact near 0</summary>
    Expm1,
    /// <summary>The natural logarithm of A</summary>
    Log,
    /// <summary>log(1 + A), exact near 0</summary>
    Log1p,
    /// <summary>The hyperbolic tangent</summary>
    Tanh,
    /// <summary>1 / (1 + e⁻ᴬ)</summary>
    Sigmoid,
    /// <summary>The sine of A radians</summary>
    Sin,
    /// <summary>The cosine of A radians</summary>
    Cos,
    /// <summary>The error function 2/√π ∫₀ᴬ exp(−t²) dt</summary>
    Erf,
    /// <summary>Φ(A), the normal distribution's: how likely a draw is below A; exact far below 0 too</summary>
    NormalCdf,
    /// <summary>The largest whole number ≤ A</summary>
    Floor,

    /// <summary>A + B</summary>
    Add,
    /// <summary>A − B</summary>
    Subtract,
    /// <summary>A · B</summary>
    Multiply,
    /// <summary>A / B</summary>
    Divide,
    /// <summary>A to the power of B</summary>
    Pow,
    /// <summary>The larger; NaN if one is NaN; B if they are equal</summary>
    Max,
    /// <summary>The smaller; NaN if one is NaN; B if they are equal</summary>
    Min,
    /// <summary>1 if A &gt; B, else 0</summary>
    Greater,
    /// <summary>1 if A ≥ B, else 0</summary>
    GreaterOrEqual,
    /// <summary>1 if A = B, else 0</summary>
    Equal,

    /// <summary>B if A is not 0 (NaN is not 0), else C</summary>
    Select,

    /// <summary>The sum of A over the row</summary>
    RowSum,
    /// <summary>The largest A in the row; NaN if one is NaN</summary>
    RowMax,
}
