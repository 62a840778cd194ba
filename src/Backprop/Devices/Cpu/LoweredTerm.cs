namespace Backprop;

/// <summary>What a processor does with whole vectors: the steps that formulas are broken down to.</summary>
internal enum Instruction : byte
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
internal sealed class LoweredTerm
{
    internal LoweredTerm(Instruction step, params ReadOnlySpan<LoweredTerm> operands)
    {
        Instruction = step;
        Operands = operands.ToArray();
        foreach (var operand in operands)
            Level = (Level)Math.Max((byte)Level, (byte)operand.Level);
    }

    internal Instruction Instruction { get; }

    internal LoweredTerm[] Operands { get; }

    internal Level Level { get; init; }

    /// <summary>The number of a constant.</summary>
    internal double Value { get; init; }

    /// <summary>Which input or scalar, or how far to shift.</summary>
    internal int Index { get; init; }

    public static implicit operator LoweredTerm(double value) => new(Instruction.Constant) { Value = value };

    public static LoweredTerm operator +(LoweredTerm a, LoweredTerm b) => new(Instruction.Add, a, b);

    public static LoweredTerm operator -(LoweredTerm a, LoweredTerm b) => new(Instruction.Subtract, a, b);

    public static LoweredTerm operator *(LoweredTerm a, LoweredTerm b) => new(Instruction.Multiply, a, b);

    public static LoweredTerm operator /(LoweredTerm a, LoweredTerm b) => new(Instruction.Divide, a, b);

    public static LoweredTerm operator -(LoweredTerm a) => new(Instruction.Xor, a, -0.0);

    public static LoweredTerm operator &(LoweredTerm a, LoweredTerm b) => new(Instruction.And, a, b);

    public static LoweredTerm operator |(LoweredTerm a, LoweredTerm b) => new(Instruction.Or, a, b);

    public static LoweredTerm operator >(LoweredTerm a, LoweredTerm b) => new(Instruction.IsGreater, a, b);

    public static LoweredTerm operator <(LoweredTerm a, LoweredTerm b) => new(Instruction.IsGreater, b, a);

    public static LoweredTerm operator >=(LoweredTerm a, LoweredTerm b) => new(Instruction.IsGreaterOrEqual, a, b);

    public static LoweredTerm operator <=(LoweredTerm a, LoweredTerm b) => new(Instruction.IsGreaterOrEqual, b, a);

    internal static LoweredTerm Fma(LoweredTerm a, LoweredTerm b, LoweredTerm c) => new(Instruction.Fma, a, b, c);

    internal static LoweredTerm IsEqual(LoweredTerm a, LoweredTerm b) => new(Instruction.IsEqual, a, b);

    internal static LoweredTerm Choose(LoweredTerm mask, LoweredTerm yes, LoweredTerm no) =>
        new(Instruction.Choose, mask, yes, no);

    internal static LoweredTerm LargerOrSecond(LoweredTerm a, LoweredTerm b) => new(Instruction.LargerOrSecond, a, b);

    internal static LoweredTerm SmallerOrSecond(LoweredTerm a, LoweredTerm b) => new(Instruction.SmallerOrSecond, a, b);

    /// <summary>The size of a with the sign of b.</summary>
    internal static LoweredTerm CopySign(LoweredTerm a, LoweredTerm b) => Choose(-0.0, b, a);

    internal LoweredTerm ShiftLeft(int bits) => new(Instruction.ShiftLeft, this) { Index = bits };

    internal LoweredTerm ShiftRight(int bits) => new(Instruction.ShiftRight, this) { Index = bits };

    /// <summary>All terms that some are made of, each once, parts before what uses them.</summary>
    internal static List<LoweredTerm> InOrder(IEnumerable<LoweredTerm> roots)
    {
        var seen = new HashSet<LoweredTerm>();
        var order = new List<LoweredTerm>();
        foreach (var root in roots)
            Visit(root);
        return order;

        void Visit(LoweredTerm term)
        {
            if (!seen.Add(term))
                return;
            foreach (var operand in term.Operands)
                Visit(operand);
            order.Add(term);
        }
    }
}
