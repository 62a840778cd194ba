using Backprop.Ops;
using static Backprop.LoweredTerm;

namespace Backprop;

/// <summary>Breaks formulas down to a processor's instructions. A part that several formulas share stays shared.</summary>
internal sealed class Lowering
{
    private readonly Program program;
    private readonly LoopKey key;
    private readonly Functions functions;
    private readonly Dictionary<Formula, LoweredTerm> terms = [];

    private Lowering(Program program, LoopKey key)
    {
        this.program = program;
        this.key = key;
        functions = new Functions(key.Compute == DType.Float32);
    }

    /// <summary>One term per formula of the program.</summary>
    internal static LoweredTerm[] Roots(Program program, LoopKey key)
    {
        var lowering = new Lowering(program, key);
        foreach (var part in program.Parts)
            lowering.terms[part] = lowering.Lower(part);
        return [.. program.Roots.Select(root => lowering.terms[root])];
    }

    private LoweredTerm Lower(Formula f) => f.Kind switch
    {
        FormulaKind.Constant => f.Value,
        FormulaKind.Scalar => new LoweredTerm(Instruction.Scalar) { Index = f.Index },
        FormulaKind.Input => new LoweredTerm(Instruction.Input) { Index = f.Index, Level = InputLevel(f.Index) },
        FormulaKind.Column => new LoweredTerm(Instruction.Column) { Level = Level.Element },
        FormulaKind.RowSum => new LoweredTerm(Instruction.RowSum, terms[f.A!]) { Level = Level.Row },
        FormulaKind.RowMax => new LoweredTerm(Instruction.RowMax, terms[f.A!]) { Level = Level.Row },
        FormulaKind.Select => Select(f, terms[f.B!], terms[f.C!]),
        _ => f.B is null ? OfOne(f.Kind, terms[f.A!]) : OfTwo(f.Kind, terms[f.A!], terms[f.B]),
    };

    // Columns walk down the rows inside, so there an input's one number a row changes at every step too.
    private Level InputLevel(int input) =>
        key.Kind == LoopKind.Map && key.IsSplat(program.Roots.Length + input) ? Level.Row : Level.Element;

    private LoweredTerm OfOne(FormulaKind kind, LoweredTerm a) => kind switch
    {
        FormulaKind.Negate => -a,
        FormulaKind.Abs => new LoweredTerm(Instruction.Abs, a),
        FormulaKind.Sqrt => new LoweredTerm(Instruction.Sqrt, a),
        FormulaKind.Exp => functions.Exp(a),
        FormulaKind.Expm1 => functions.Expm1(a),
        FormulaKind.Log => functions.Log(a),
        FormulaKind.Log1p => functions.Log1p(a),
        FormulaKind.Tanh => functions.Tanh(a),
        FormulaKind.Sigmoid => functions.Sigmoid(a),
        FormulaKind.Sin => new LoweredTerm(Instruction.Sin, a),
        FormulaKind.Cos => new LoweredTerm(Instruction.Cos, a),
        FormulaKind.Erf => functions.Erf(a),
        FormulaKind.NormalCdf => functions.NormalCdf(a),
        FormulaKind.Floor => new LoweredTerm(Instruction.Floor, a),
        _ => throw new NotSupportedException($"{kind} has no steps."),
    };

    private static LoweredTerm OfTwo(FormulaKind kind, LoweredTerm a, LoweredTerm b) => kind switch
    {
        FormulaKind.Add => a + b,
        FormulaKind.Subtract => a - b,
        FormulaKind.Multiply => a * b,
        FormulaKind.Divide => a / b,
        FormulaKind.Pow => new LoweredTerm(Instruction.Pow, a, b),
        FormulaKind.Max => NanWins(a, LargerOrSecond(a, b)),
        FormulaKind.Min => NanWins(a, SmallerOrSecond(a, b)),
        _ => Mask(kind, a, b) & 1,
    };

    // The processor's maximum passes on a NaN only if it is the second operand. A constant is none.
    private static LoweredTerm NanWins(LoweredTerm a, LoweredTerm joined) =>
        a.Instruction == Instruction.Constant && !double.IsNaN(a.Value) ? joined : Choose(IsEqual(a, a), joined, a);

    private LoweredTerm Select(Formula f, LoweredTerm yes, LoweredTerm no) => f.A!.Kind switch
    {
        FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal =>
            Choose(Mask(f.A.Kind, terms[f.A.A!], terms[f.A.B!]), yes, no),
        _ => Choose(IsEqual(terms[f.A], 0), no, yes),
    };

    private static LoweredTerm Mask(FormulaKind kind, LoweredTerm a, LoweredTerm b) => kind switch
    {
        FormulaKind.Greater => a > b,
        FormulaKind.GreaterOrEqual => a >= b,
        FormulaKind.Equal => IsEqual(a, b),
        _ => throw new NotSupportedException($"{kind} has no steps."),
    };
}
