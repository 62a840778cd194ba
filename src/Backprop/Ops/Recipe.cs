namespace Backprop.Ops;

/// <summary>
/// What an elementwise op runs: a program forward, one backward for each input, and which tensors backward reads
/// (those that occur in its formulas).
/// </summary>
internal sealed class Recipe
{
    /// <summary>Inputs have the numbers from 0 up; these two stand behind all of them.</summary>
    internal const int YIndex = 30, DyIndex = 31, MostOperands = 32;

    /// <summary>The result, in a backward formula.</summary>
    internal static readonly Formula Y = Formula.Input(YIndex);

    /// <summary>∂loss/∂y, in a backward formula.</summary>
    internal static readonly Formula Dy = Formula.Input(DyIndex);

    private readonly Domain domain;

    internal Recipe(Elementwise op, int arity, Domain domain)
    {
        this.domain = domain;
        Forward = new Program(arity, 0, op.ForwardFormula);
        HasGradient = domain != Domain.Truth;
        Parts = new Part[HasGradient ? arity : 0];
        for (int i = 0; i < Parts.Length; i++)
            Parts[i] = new Part(op, op.BackwardFormula(i));
    }

    internal Program Forward { get; }

    /// <summary>The gradients by input.</summary>
    internal Part[] Parts { get; }

    internal bool HasGradient { get; }

    /// <summary>What to keep for backward (as bits, see <see cref="Node"/>) if these inputs need a gradient.</summary>
    internal int KeepFor(int needed)
    {
        int keep = 0;
        for (int i = 0; i < Parts.Length; i++)
            keep |= (needed >> i & 1) == 0 ? 0 : Parts[i].Keep;
        return keep;
    }

    internal DType ResultType(DType operands) => domain switch
    {
        Domain.Truth => DType.Bool,
        Domain.Numbers => operands == DType.Bool ? DType.Int32 : operands,
        _ => operands.IsFloat() ? operands : DType.Float32,
    };

    /// <summary>The gradient of one input.</summary>
    internal sealed class Part
    {
        internal Part(Elementwise op, Formula gradient)
        {
            IsZero = gradient is { Kind: FormulaKind.Constant, Value: 0 };
            IsDy = ReferenceEquals(gradient, Dy);
            var inputs = gradient.Parts().Where(part => part.Kind == FormulaKind.Input);
            Uses = [.. inputs.Select(part => part.Index).Order()];
            if (!IsZero && !Uses.Contains(DyIndex))
                throw new InvalidOperationException($"Backward of {op.GetType().Name} is {gradient}: it must use dy.");
            foreach (int use in Uses)
                Keep |= use == DyIndex ? 0 : use == YIndex ? Node.KeepOutput : 1 << use;
            var dense = gradient.Substitute(leaf =>
                leaf.Kind == FormulaKind.Input ? Formula.Input(Array.IndexOf(Uses, leaf.Index)) : null);
            Program = new Program(Uses.Length, 0, dense);
            AsOp = new FormulaOp(dense, Uses.Length);
        }

        internal bool IsZero { get; }

        /// <summary>The gradient passes as it is.</summary>
        internal bool IsDy { get; }

        /// <summary>Which operands the program takes, by their numbers in the formula.</summary>
        internal int[] Uses { get; }

        internal int Keep { get; }

        internal Program Program { get; }

        /// <summary>The same as an op that records, for gradients of gradients.</summary>
        internal FormulaOp AsOp { get; }
    }
}
