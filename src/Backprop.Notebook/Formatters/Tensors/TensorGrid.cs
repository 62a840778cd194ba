namespace Backprop;

/// <summary>Part of a tensor's numbers as rows and columns.</summary>
/// <param name="Values">All numbers.</param>
/// <param name="Start">The place of the first.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">How many columns.</param>
internal sealed record TensorGrid(TensorValues Values, int Start, int Rows, int Columns)
{
    public double this[int row, int column] => Values[Start + (row * Columns) + column];

    /// <summary>Where a number stands in the whole tensor: <c>[0, 2, 3]</c>.</summary>
    public string Place(int row, int column) =>
        TensorNames.Place(Values.IndexOf(Start + (row * Columns) + column));

    /// <summary>Numbers of one row.</summary>
    public void Read(int row, int column, Span<double> into) => Values.Read(Start + (row * Columns) + column, into);

    public long Count => (long)Rows * Columns;

    /// <summary>True where the tensor has no rows, only a list of numbers.</summary>
    public bool IsVector => Values.Shape.Rank < 2;

    public DType DType => Values.DType;
}
