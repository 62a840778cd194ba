namespace Backprop;

/// <summary>What a processor does with whole vectors: the steps that formulas are broken down to.</summary>
internal enum Step : byte
{
    Constant,
    Scalar,
    Input,
    Column,
    RowSum,
    RowMax,

    Add,
    Subtract,
    Multiply,
    Divide,
    /// <summary>a · b + c, rounded once.</summary>
    Fma,
    Abs,
    Sqrt,
    Floor,
    Round,
    Sin,
    Cos,
    Pow,
    /// <summary>a &gt; b ? a : b, which is b if one of them is NaN.</summary>
    LargerOrSecond,
    /// <summary>a &lt; b ? a : b, which is b if one of them is NaN.</summary>
    SmallerOrSecond,

    /// <summary>Comparisons set all bits or none.</summary>
    IsGreater,
    IsGreaterOrEqual,
    IsEqual,
    And,
    Or,
    Xor,
    /// <summary>Each bit of b where a has it set, else of c.</summary>
    Choose,

    /// <summary>Addition and shifts of the bits as a whole number.</summary>
    AddBits,
    ShiftLeft,
    ShiftRight,
}

/// <summary>How often a value changes in a loop.</summary>
internal enum Level : byte
{
    /// <summary>Never: a constant or a scalar.</summary>
    Call,
    /// <summary>From row to row.</summary>
    Row,
    /// <summary>From element to element.</summary>
    Element,
}

/// <summary>A value inside a loop: one step on other values. Written with operators, as formulas are.</summary>
internal sealed class Term
{
    internal Term(Step step, params ReadOnlySpan<Term> operands)
    {
        Step = step;
        Operands = operands.ToArray();
        foreach (var operand in operands)
            Level = (Level)Math.Max((byte)Level, (byte)operand.Level);
    }

    internal Step Step { get; }

    internal Term[] Operands { get; }

    internal Level Level { get; init; }

    /// <summary>The number of a constant.</summary>
    internal double Value { get; init; }

    /// <summary>Which input or scalar, or how far to shift.</summary>
    internal int Index { get; init; }

    public static implicit operator Term(double value) => new(Step.Constant) { Value = value };

    public static Term operator +(Term a, Term b) => new(Step.Add, a, b);

    public static Term operator -(Term a, Term b) => new(Step.Subtract, a, b);

    public static Term operator *(Term a, Term b) => new(Step.Multiply, a, b);

    public static Term operator /(Term a, Term b) => new(Step.Divide, a, b);

    public static Term operator -(Term a) => new(Step.Xor, a, -0.0);

    public static Term operator &(Term a, Term b) => new(Step.And, a, b);

    public static Term operator |(Term a, Term b) => new(Step.Or, a, b);

    public static Term operator >(Term a, Term b) => new(Step.IsGreater, a, b);

    public static Term operator <(Term a, Term b) => new(Step.IsGreater, b, a);

    public static Term operator >=(Term a, Term b) => new(Step.IsGreaterOrEqual, a, b);

    public static Term operator <=(Term a, Term b) => new(Step.IsGreaterOrEqual, b, a);

    internal static Term Fma(Term a, Term b, Term c) => new(Step.Fma, a, b, c);

    internal static Term IsEqual(Term a, Term b) => new(Step.IsEqual, a, b);

    internal static Term Choose(Term mask, Term yes, Term no) => new(Step.Choose, mask, yes, no);

    internal static Term LargerOrSecond(Term a, Term b) => new(Step.LargerOrSecond, a, b);

    internal static Term SmallerOrSecond(Term a, Term b) => new(Step.SmallerOrSecond, a, b);

    /// <summary>The size of a with the sign of b.</summary>
    internal static Term CopySign(Term a, Term b) => Choose(-0.0, b, a);

    internal Term ShiftLeft(int bits) => new(Step.ShiftLeft, this) { Index = bits };

    internal Term ShiftRight(int bits) => new(Step.ShiftRight, this) { Index = bits };

    /// <summary>All terms that some are made of, each once, parts before what uses them.</summary>
    internal static List<Term> InOrder(IEnumerable<Term> roots)
    {
        var seen = new HashSet<Term>();
        var order = new List<Term>();
        foreach (var root in roots)
            Visit(root);
        return order;

        void Visit(Term term)
        {
            if (!seen.Add(term))
                return;
            foreach (var operand in term.Operands)
                Visit(operand);
            order.Add(term);
        }
    }
}
