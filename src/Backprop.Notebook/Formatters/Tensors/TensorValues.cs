namespace Backprop;

/// <summary>The numbers of a tensor, read once, in row-major order.</summary>
internal sealed class TensorValues
{
    private readonly float[]? narrow;
    private readonly double[]? wide;

    public TensorValues(Tensor tensor)
    {
        Shape = tensor.Shape;
        DType = tensor.DType;
        // A large tensor of float32 need not be held as float64.
        if (tensor.DType == DType.Float32)
            narrow = tensor.Detach().ToArray<float>();
        else
            wide = tensor.Detach().ToArray<double>();
    }

    public Shape Shape { get; }

    public DType DType { get; }

    public int Count => narrow?.Length ?? wide!.Length;

    public double this[int index] => narrow is null ? wide![index] : narrow[index];

    /// <summary>Some of the numbers, one after the other: quicker than one by one.</summary>
    public void Read(int start, Span<double> into)
    {
        if (narrow is null)
        {
            wide.AsSpan(start, into.Length).CopyTo(into);
            return;
        }
        ReadOnlySpan<float> from = narrow.AsSpan(start, into.Length);
        for (int i = 0; i < into.Length; i++)
            into[i] = from[i];
    }

    /// <summary>The place of an element: <c>[1, 3]</c>.</summary>
    public int[] IndexOf(int flat)
    {
        int[] index = new int[Shape.Rank];
        for (int axis = Shape.Rank - 1; axis >= 0; axis--)
        {
            index[axis] = flat % Shape[axis];
            flat /= Shape[axis];
        }
        return index;
    }

    /// <summary>Some of the numbers as a grid, without a copy.</summary>
    /// <param name="start">The place of the first.</param>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid.</param>
    public TensorGrid Grid(int start, int rows, int columns) => new(this, start, rows, columns);
}
