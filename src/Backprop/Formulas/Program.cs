using Backprop.Ops;

namespace Backprop;

/// <summary>
/// Formulas over the same inputs that run as one loop, one result each. Never changes. What a device makes of it hangs
/// here, so an op keeps its programs in static fields and running one looks nothing up.
/// </summary>
public sealed class Program
{
    /// <summary>A program.</summary>
    /// <param name="inputs">How many views it reads: inputs 0 to <paramref name="inputs"/> − 1.</param>
    /// <param name="scalars">How many numbers it is handed at each run.</param>
    /// <param name="roots">One formula per result.</param>
    /// <exception cref="ArgumentException">No formula, or one uses an input or scalar that there is not.</exception>
    public Program(int inputs, int scalars, params ReadOnlySpan<Formula> roots)
    {
        if (roots.Length == 0)
            throw new ArgumentException("A program needs at least one formula, and got none.");
        Inputs = inputs;
        Scalars = scalars;
        Roots = roots.ToArray();
        Parts = [.. Formula.PartsOf(roots)];
        foreach (var part in Parts)
        {
            Check(part, FormulaKind.Input, inputs);
            Check(part, FormulaKind.Scalar, scalars);
            HasRows |= part.Kind is FormulaKind.RowSum or FormulaKind.RowMax or FormulaKind.Column;
        }
    }

    /// <summary>How many views it reads.</summary>
    public int Inputs { get; }

    /// <summary>How many numbers it is handed at each run.</summary>
    public int Scalars { get; }

    /// <summary>One formula per result.</summary>
    public IReadOnlyList<Formula> Outputs => Roots;

    /// <summary>True if it sums rows, takes their maximum or asks for the column: then the last axis counts.</summary>
    public bool HasRows { get; }

    internal Formula[] Roots { get; }

    /// <summary>All formulas in it, each once, parts before what uses them.</summary>
    internal Formula[] Parts { get; }

    /// <summary>What each device compiled, by <see cref="Device.Slot"/>.</summary>
    internal object?[] Compiled { get; set; } = [];

    /// <summary>The formulas as text: <c>max(x0 + x1, 0)</c>.</summary>
    public override string ToString() => string.Join("; ", (IEnumerable<Formula>)Roots);

    private static void Check(Formula part, FormulaKind kind, int count)
    {
        if (part.Kind == kind && (uint)part.Index >= (uint)count)
        {
            throw new ArgumentException(
                $"The formula uses {kind.ToString().ToLowerInvariant()} {part.Index}, but the program has {count}.");
        }
    }
}
