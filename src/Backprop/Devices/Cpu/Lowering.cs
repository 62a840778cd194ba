using Backprop.Ops;
using static Backprop.Term;

namespace Backprop;

/// <summary>Breaks formulas down to the steps of a processor. A part that several formulas share stays shared.</summary>
internal sealed class Lowering
{
    private readonly Program program;
    private readonly LoopKey key;
    private readonly Functions functions;
    private readonly Dictionary<Formula, Term> terms = [];

    private Lowering(Program program, LoopKey key)
    {
        this.program = program;
        this.key = key;
        functions = new Functions(key.Compute == DType.Float32);
    }

    /// <summary>One term per formula of the program.</summary>
    internal static Term[] Roots(Program program, LoopKey key)
    {
        var lowering = new Lowering(program, key);
        foreach (var part in program.Parts)
            lowering.terms[part] = lowering.Lower(part);
        return [.. program.Roots.Select(root => lowering.terms[root])];
    }

    private Term Lower(Formula f) => f.Kind switch
    {
        FormulaKind.Constant => f.Value,
        FormulaKind.Scalar => new Term(Step.Scalar) { Index = f.Index },
        FormulaKind.Input => new Term(Step.Input) { Index = f.Index, Level = InputLevel(f.Index) },
        FormulaKind.Column => new Term(Step.Column) { Level = Level.Element },
        FormulaKind.RowSum => new Term(Step.RowSum, terms[f.A!]) { Level = Level.Row },
        FormulaKind.RowMax => new Term(Step.RowMax, terms[f.A!]) { Level = Level.Row },
        FormulaKind.Select => Select(f, terms[f.B!], terms[f.C!]),
        _ => f.B is null ? OfOne(f.Kind, terms[f.A!]) : OfTwo(f.Kind, terms[f.A!], terms[f.B]),
    };

    // Columns walk down the rows inside, so there an input's one number a row changes at every step too.
    private Level InputLevel(int input) =>
        key.Kind == LoopKind.Map && key.IsSplat(program.Roots.Length + input) ? Level.Row : Level.Element;

    private Term OfOne(FormulaKind kind, Term a) => kind switch
    {
        FormulaKind.Negate => -a,
        FormulaKind.Abs => new Term(Step.Abs, a),
        FormulaKind.Sqrt => new Term(Step.Sqrt, a),
        FormulaKind.Exp => functions.Exp(a),
        FormulaKind.Expm1 => functions.Expm1(a),
        FormulaKind.Log => functions.Log(a),
        FormulaKind.Log1p => functions.Log1p(a),
        FormulaKind.Tanh => functions.Tanh(a),
        FormulaKind.Sigmoid => functions.Sigmoid(a),
        FormulaKind.Sin => new Term(Step.Sin, a),
        FormulaKind.Cos => new Term(Step.Cos, a),
        FormulaKind.Erf => functions.Erf(a),
        FormulaKind.Floor => new Term(Step.Floor, a),
        _ => throw new NotSupportedException($"{kind} has no steps."),
    };

    private static Term OfTwo(FormulaKind kind, Term a, Term b) => kind switch
    {
        FormulaKind.Add => a + b,
        FormulaKind.Subtract => a - b,
        FormulaKind.Multiply => a * b,
        FormulaKind.Divide => a / b,
        FormulaKind.Pow => new Term(Step.Pow, a, b),
        FormulaKind.Max => NanWins(a, LargerOrSecond(a, b)),
        FormulaKind.Min => NanWins(a, SmallerOrSecond(a, b)),
        _ => Mask(kind, a, b) & 1,
    };

    // The processor's maximum passes on a NaN only if it is the second operand. A constant is none.
    private static Term NanWins(Term a, Term joined) =>
        a.Step == Step.Constant && !double.IsNaN(a.Value) ? joined : Choose(IsEqual(a, a), joined, a);

    private Term Select(Formula f, Term yes, Term no) => f.A!.Kind switch
    {
        FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal =>
            Choose(Mask(f.A.Kind, terms[f.A.A!], terms[f.A.B!]), yes, no),
        _ => Choose(IsEqual(terms[f.A], 0), no, yes),
    };

    private static Term Mask(FormulaKind kind, Term a, Term b) => kind switch
    {
        FormulaKind.Greater => a > b,
        FormulaKind.GreaterOrEqual => a >= b,
        FormulaKind.Equal => IsEqual(a, b),
        _ => throw new NotSupportedException($"{kind} has no steps."),
    };
}
