using System.Collections.Concurrent;

namespace Backprop.Ops;

/// <summary>
/// What is computed for each element, as data: a device runs it as one loop, a graph prints it, the compiler puts one
/// into another, and <see cref="Derivative"/> differentiates it.
/// </summary>
/// <remarks>
/// Interned: equal formulas are the same object, so comparing costs nothing and a shared part is computed once.
/// They stay for the life of the process, so a number that changes from run to run is a <see cref="Scalar"/> and not
/// a constant. Nothing is simplified that could hide a NaN or an infinity: <c>0 * x</c> stays.
/// </remarks>
public sealed partial class Formula
{
    private static readonly ConcurrentDictionary<Key, Formula> Table = new();
    private static int count;

    private readonly int id;

    private Formula(Key key)
    {
        Kind = key.Kind;
        A = key.A;
        B = key.B;
        C = key.C;
        Value = key.Value;
        Index = key.Index;
        id = Interlocked.Increment(ref count);
    }

    /// <summary>What is done.</summary>
    public FormulaKind Kind { get; }

    /// <summary>The first operand, null for a leaf.</summary>
    public Formula? A { get; }

    /// <summary>The second operand.</summary>
    public Formula? B { get; }

    /// <summary>The third operand, of Select.</summary>
    public Formula? C { get; }

    /// <summary>The number of a constant.</summary>
    public double Value { get; }

    /// <summary>Which input or scalar.</summary>
    public int Index { get; }

    /// <summary>True for inputs, scalars, constants and the column.</summary>
    public bool IsLeaf => A is null;

    /// <summary>How many formulas this process has made.</summary>
    internal static int Count => count;

    /// <summary>An element of operand number <paramref name="index"/>.</summary>
    public static Formula Input(int index) => Make(FormulaKind.Input, index: index);

    /// <summary>A number handed over at each run.</summary>
    public static Formula Scalar(int index) => Make(FormulaKind.Scalar, index: index);

    /// <summary>The element's place in its row: 0, 1, 2, …</summary>
    public static Formula Column { get; } = Make(FormulaKind.Column);

    /// <summary>A number that never changes.</summary>
    public static implicit operator Formula(double value) => Make(FormulaKind.Constant, value: value);

    /// <summary>This formula and all parts, each once, parts before what uses them.</summary>
    public IEnumerable<Formula> Parts() => PartsOf(this);

    /// <summary>The parts of several formulas, each once, parts before what uses them.</summary>
    internal static List<Formula> PartsOf(params ReadOnlySpan<Formula> roots)
    {
        var seen = new HashSet<Formula>();
        var parts = new List<Formula>();
        var open = new Stack<(Formula Formula, bool IsReady)>();
        for (int i = roots.Length - 1; i >= 0; i--)
            open.Push((roots[i], false));
        while (open.TryPop(out var next))
        {
            if (next.IsReady)
            {
                parts.Add(next.Formula);
                continue;
            }
            if (!seen.Add(next.Formula))
                continue;
            open.Push((next.Formula, true));
            Push(next.Formula.C);
            Push(next.Formula.B);
            Push(next.Formula.A);
        }
        return parts;

        void Push(Formula? part)
        {
            if (part is not null && !seen.Contains(part))
                open.Push((part, false));
        }
    }

    /// <summary>Puts other formulas where the leaves stand; null keeps a leaf. This is all of fusing.</summary>
    public Formula Substitute(Func<Formula, Formula?> leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var made = new Dictionary<Formula, Formula>();
        foreach (var part in Parts())
            made[part] = part.IsLeaf ? leaf(part) ?? part : part.With(made);
        return made[this];
    }

    /// <summary>The same over rows without elements: a sum is 0 then, a maximum −∞.</summary>
    internal Formula OverNothing()
    {
        var made = new Dictionary<Formula, Formula>();
        foreach (var part in Parts())
        {
            made[part] = part.Kind switch
            {
                FormulaKind.RowSum => 0,
                FormulaKind.RowMax => double.NegativeInfinity,
                _ when part.IsLeaf => part,
                _ => part.With(made),
            };
        }
        return made[this];
    }

    /// <summary>As a person would write it: <c>max(x0 + x1, 0)</c>.</summary>
    public override string ToString() => FormulaText.Plain(this);

    private static Formula Make(FormulaKind kind, Formula? a = null, Formula? b = null, Formula? c = null,
        double value = 0, int index = 0) =>
        Table.GetOrAdd(new Key(kind, a, b, c, value, index), static key => new Formula(key));

    /// <summary>Content by reference: the parts are interned already, so hashing does not walk the tree.</summary>
    private readonly record struct Key(FormulaKind Kind, Formula? A, Formula? B, Formula? C, double Value, int Index)
    {
        // By bits: −0 and 0 are different constants, and NaN equals itself.
        private long Bits => BitConverter.DoubleToInt64Bits(Value);

        public bool Equals(Key other) => Kind == other.Kind && A == other.A && B == other.B && C == other.C
            && Bits == other.Bits && Index == other.Index;

        public override int GetHashCode() =>
            HashCode.Combine(Kind, A?.id ?? 0, B?.id ?? 0, C?.id ?? 0, Bits, Index);
    }
}
