namespace Backprop;

/// <summary>
/// An emitted loop over rows × columns. Its one argument is a block of words: see <see cref="LoopArguments"/>.
/// </summary>
internal unsafe delegate void Loop(nint* arguments);

/// <summary>Where the words of a loop's argument block are.</summary>
internal static class LoopArguments
{
    /// <summary>How many rows.</summary>
    internal const int Rows = 0;

    /// <summary>How many elements a row has.</summary>
    internal const int Columns = 1;

    /// <summary>The address of the scalars, in the type that is computed in.</summary>
    internal const int Scalars = 2;

    /// <summary>Where an operand begins; results come first, then inputs.</summary>
    internal static int Address(int operand) => 3 + 2 * operand;

    /// <summary>Bytes from an operand's row to its next.</summary>
    internal static int RowStride(int operand) => 4 + 2 * operand;

    /// <summary>The words of a block.</summary>
    internal static int Length(int operands) => 3 + 2 * operands;
}

/// <summary>What a loop does with the formula's values.</summary>
internal enum LoopKind : byte
{
    /// <summary>Stores them.</summary>
    Map,
    /// <summary>Adds the rows' sum to the result, which has one row.</summary>
    ColumnSum,
    /// <summary>Joins the rows' maximum with the result, which has one row.</summary>
    ColumnMax,
}

/// <summary>Everything besides the program that a loop is emitted for.</summary>
/// <param name="Kind">What it does with the values.</param>
/// <param name="Compute">Float32 or Float64.</param>
/// <param name="Types">The operands' types, two bits each.</param>
/// <param name="Splats">One bit per operand: it has one number a row.</param>
internal readonly record struct LoopKey(LoopKind Kind, DType Compute, ulong Types, uint Splats)
{
    /// <summary>As many as there are bits.</summary>
    internal const int MostOperands = 32;

    internal DType TypeOf(int operand) => (DType)(Types >> (2 * operand) & 3);

    internal bool IsSplat(int operand) => (Splats >> operand & 1) != 0;
}
