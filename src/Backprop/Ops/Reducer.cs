using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>
/// Joins elements along any axes with the two ways devices have: along rows (<c>Map</c> with a row formula) and along
/// columns. Trailing axes are rows, leading axes columns; anything else is moved to the end first.
/// </summary>
/// <remarks>In which order numbers are added depends on shapes and strides only, so it is the same on every
/// run.</remarks>
internal static class Reducer
{
    // Float32 sums of more elements than this are done in two steps: rows of RowLength, then the rows.
    private const int Large = 1 << 16, RowLength = 1 << 12;

    private static readonly Program RowSums = new(1, 0, RowSum(Input(0)));
    private static readonly Program RowMeans = new(1, 1, RowSum(Input(0)) / Scalar(0));
    private static readonly Program RowMaxima = new(1, 0, RowMax(Input(0)));
    private static readonly Program DividedBy = new(1, 1, Input(0) / Scalar(0));
    // The first place of the largest, or of the first NaN, which is what the largest is then.
    private static readonly Program FirstOfLargest = First(Input(0)), FirstOfSmallest = First(-Input(0));

    internal static Tensor Sum(Tensor x, AxisSet axes, bool keepDim)
    {
        var type = x.DType.IsFloat() ? x.DType : DType.Int32;
        var y = Tensor.Empty(x.Device, keepDim ? axes.Keep(x.Shape) : axes.Drop(x.Shape), type);
        var view = Arrange(x, axes, out bool asColumns);
        if (asColumns)
            x.Device.Columns(Programs.Copy, Fold.Sum, Rows(y, view.Shape[1..]), [view]);
        else
            SumRows(view, y);
        return y;
    }

    internal static Tensor Mean(Tensor x, AxisSet axes, bool keepDim)
    {
        int count = axes.Count(x.Shape);
        if (!x.DType.IsFloat())
            x = x.To(DType.Float32);
        var view = Arrange(x, axes, out bool asColumns);
        if (!asColumns && view.Shape.Size <= Large)
        {
            var mean = Tensor.Empty(x.Device, keepDim ? axes.Keep(x.Shape) : axes.Drop(x.Shape), x.DType);
            x.Device.Map(RowMeans, [Rows(mean, [view.Shape[0], 1])], [view], [count]);
            return mean;
        }
        var y = Sum(x, axes, keepDim);
        x.Device.Map(DividedBy, [y], [y], [count]);
        return y;
    }

    internal static Tensor Max(Tensor x, AxisSet axes, bool keepDim)
    {
        if (axes.Count(x.Shape) == 0)
            throw new ArgumentException($"The largest of nothing: {x.Shape} has no elements along the joined axes.");
        var y = Tensor.Empty(x.Device, keepDim ? axes.Keep(x.Shape) : axes.Drop(x.Shape), x.DType);
        var view = Arrange(x, axes, out bool asColumns);
        if (asColumns)
            x.Device.Columns(Programs.Copy, Fold.Max, Rows(y, view.Shape[1..]), [view]);
        else
            x.Device.Map(RowMaxima, [Rows(y, [view.Shape[0], 1])], [view]);
        return y;
    }

    /// <summary>The place of the largest (or smallest) along one axis or among all elements, as int32.</summary>
    internal static Tensor Arg(Tensor x, AxisSet axes, bool keepDim, bool smallest)
    {
        if (axes.Count(x.Shape) == 0)
            throw new ArgumentException($"The largest of nothing: {x.Shape} has no elements along that axis.");
        var y = Tensor.Empty(x.Device, keepDim ? axes.Keep(x.Shape) : axes.Drop(x.Shape), DType.Int32);
        var rows = ToRows(x, axes);
        // Places beyond 2²⁴ are no float32 numbers.
        if (rows.Shape[1] > 1 << 24 && x.DType == DType.Float32)
            rows = ToRows(x.To(DType.Float64), axes);
        x.Device.Map(smallest ? FirstOfSmallest : FirstOfLargest, [Rows(y, [rows.Shape[0], 1])], [rows]);
        OpTrace.Tell(new Place(axes, keepDim, smallest), y, x);
        return y;
    }

    /// <summary>What <see cref="Arg"/> does, which is no op, since nothing flows back.</summary>
    internal sealed record Place(AxisSet Axes, bool KeepDim, bool IsSmallest);

    private static void SumRows(View x, Tensor y)
    {
        int rows = x.Shape[0], length = x.Shape[1];
        if (rows != 1 || length <= Large)
        {
            x.Device.Map(RowSums, [Rows(y, [rows, 1])], [x]);
            return;
        }
        // In rows, and what is left over as one more: a smaller error, and any number of threads adds in this order.
        int full = length / RowLength, left = length % RowLength;
        var sums = Tensor.Empty(y.Device, [full + (left > 0 ? 1 : 0)], y.DType);
        x.Device.Map(RowSums, [Part(sums, [full, 1], 0)], [Part(x, [full, RowLength], 0)]);
        if (left > 0)
            x.Device.Map(RowSums, [Part(sums, [1, 1], full)], [Part(x, [1, left], full * RowLength)]);
        x.Device.Map(RowSums, [Rows(y, [1, 1])], [Rows(sums, [1, sums.Shape.Size])]);
    }

    /// <summary>The elements as a contiguous matrix whose rows, or as columns whose columns, are to be
    /// joined.</summary>
    private static View Arrange(Tensor x, AxisSet axes, out bool asColumns)
    {
        int count = axes.Count(x.Shape), others = x.Shape.Size / Math.Max(count, 1);
        asColumns = axes.IsLeading && axes.Rank < x.Shape.Rank && x.IsContiguous && count > 0;
        return asColumns ? new View(x.Storage, [count, others], x.DType, null, x.Offset) : ToRows(x, axes);
    }

    private static View ToRows(Tensor x, AxisSet axes)
    {
        int count = axes.Count(x.Shape);
        var moved = axes.IsTrailing(x.Shape) ? x : new Permute(axes.Last(x.Shape)).Apply(x.Detach());
        if (!moved.IsContiguous)
            moved = moved.Copy();
        return new View(moved.Storage, [axes.Drop(x.Shape).Size, count], x.DType, null, moved.Offset);
    }

    private static View Rows(Tensor y, Shape shape) => new(y.Storage, shape, y.DType, null, y.Offset);

    private static View Part(View x, Shape shape, int start) => new(x.Storage, shape, x.DType, null, x.Offset + start);

    private static Program First(Formula x)
    {
        var largest = RowMax(x);
        var isIt = Select(Equal(largest, largest), Equal(x, largest), 1 - Equal(x, x));
        return new Program(1, 0, -RowMax(Select(isIt, -Column, double.NegativeInfinity)));
    }
}
