using System.Runtime.CompilerServices;
using Backprop.Ops;

namespace Backprop;

/// <content>Taking parts: <c>x[0]</c>, <c>x[0, ..]</c>, <c>x[.., ^1]</c>, <c>x[1..3]</c>, <c>x[x > 2]</c>, rows
/// <c>x[index]</c>. Indices and ranges are views of the same memory; masks and index tensors copy.</content>
public sealed partial class Tensor
{
    /// <summary>One row: the first axis goes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [IndexerName("Elements")]
    public Tensor this[int row]
    {
        get => Get((Slice)row);
        set => Set(value, (Slice)row);
    }

    /// <summary>A part by an index or a range for each axis; axes not named are taken whole. Setting it writes into
    /// this tensor's memory, for which it must not be part of a recorded calculation.</summary>
    /// <exception cref="ArgumentException">More indices than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index or range reaches beyond its axis.</exception>
    [IndexerName("Elements")]
    public Tensor this[params ReadOnlySpan<Slice> slices]
    {
        get => Get(slices);
        set => Set(value, slices);
    }

    /// <summary>With a bool tensor, the elements (or rows) where it is true, one behind the other. With an int32
    /// tensor, the rows it names: [n, d][index [k]] → [k, d].</summary>
    /// <exception cref="ArgumentException">The mask's shape is not that of this tensor's first axes, or the index is
    /// neither int32 nor bool.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [IndexerName("Elements")]
    public Tensor this[Tensor index]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(index);
            if (index.DType == DType.Bool)
                return FlatLike(index).TakeRows(index.TruePlaces());
            return TakeRows(index);
        }
        set
        {
            ArgumentNullException.ThrowIfNull(index);
            CheckWritable();
            var rows = index.DType == DType.Bool ? FlatLike(index) : this;
            var places = index.DType == DType.Bool ? index.TruePlaces() : index;
            rows.WriteRows(places, value);
        }
    }

    /// <summary>Along an axis, the element that an index names at each place:
    /// <c>y[i, j] = x[i, index[i, j]]</c> for axis 1.</summary>
    /// <param name="axis">The axis that is looked up.</param>
    /// <param name="index">int32, as long as this tensor along every other axis; axes of length 1 repeat.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the axis.</exception>
    public Tensor Gather(int axis, Tensor index)
    {
        ArgumentNullException.ThrowIfNull(index);
        int at = Shape.Axis(axis);
        if (index.DType != DType.Int32)
        {
            throw new ArgumentException($"Gather takes int32 indices, not {index.DType}. Convert with "
                + ".To(DType.Int32).");
        }
        if (index.Shape.Rank != Shape.Rank)
        {
            throw new ArgumentException($"Gather from {Shape} takes an index of as many axes, not {index.Shape}. "
                + "Unsqueeze it.");
        }
        int[] lengths = Shape.ToArray();
        lengths[at] = index.Shape[at];
        return new Gather(at).Apply(this, index.Expand(lengths));
    }

    /// <summary>Whole numbers as rows with a single 1: [...] int32 → [..., <paramref name="classes"/>]
    /// float32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or too large.</exception>
    public Tensor OneHot(int classes)
    {
        CheckClasses(classes);
        return Equal(Unsqueeze(-1), Arange(0, classes, dtype: DType.Int32).To(Device)).To(DType.Float32);
    }

    private Tensor Get(params ReadOnlySpan<Slice> slices) => Take(slices, Cut(slices).Apply(this));

    private void Set(Tensor value, params ReadOnlySpan<Slice> slices)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckWritable();
        Take(slices, Cut(slices).Cut(this)).Write(value);
    }

    /// <summary>Where the trues are, counted in row-major order, as int32.</summary>
    private Tensor TruePlaces()
    {
        bool[] mask = ToArray<bool>();
        var places = new List<int>();
        for (int i = 0; i < mask.Length; i++)
        {
            if (mask[i])
                places.Add(i);
        }
        return From(places.ToArray()).To(Device);
    }

    /// <summary>With the axes that a mask covers joined into one.</summary>
    private Tensor FlatLike(Tensor mask)
    {
        int rank = mask.Shape.Rank;
        if (rank == 0 || rank > Shape.Rank || Shape[..rank] != mask.Shape)
        {
            throw new ArgumentException($"A mask of {mask.Shape} does not fit {Shape}: it must have that shape, or "
                + "that of the first axes.");
        }
        return rank == 1 ? this : Reshape([mask.Shape.Size, .. Shape[rank..]]);
    }

    private Tensor TakeRows(Tensor index)
    {
        if (index.DType != DType.Int32)
        {
            throw new ArgumentException($"Index with int32 (rows) or bool (a mask), not with {index.DType}. Convert "
                + "with .To(DType.Int32).");
        }
        if (Shape.Rank == 0)
            throw new ArgumentException("A single number has no rows to take.");
        Shape row = Shape[1..];
        var column = index.Reshape([index.Shape.Size, .. Ones(row.Rank)]);
        var rows = new Gather(0).Apply(this, column.Expand([index.Shape.Size, .. row]));
        return rows.Reshape([.. index.Shape, .. row]);

        static int[] Ones(int count)
        {
            var ones = new int[count];
            Array.Fill(ones, 1);
            return ones;
        }
    }

    private void WriteRows(Tensor places, Tensor values)
    {
        if (places.DType != DType.Int32)
            throw new ArgumentException($"Index with int32 (rows) or bool (a mask), not with {places.DType}.");
        int[] rows = places.ToArray<int>();
        Shape shape = [rows.Length, .. Shape[1..]];
        var source = values.Detach().Expand(shape);
        for (int i = 0; i < rows.Length; i++)
            Narrow.Along(Shape, 0, CheckRow(rows[i]), 1).Cut(this).Write(source[i..(i + 1)]);
    }

    private int CheckRow(int row) => (uint)row < (uint)Shape[0]
        ? row
        : throw new ArgumentOutOfRangeException(nameof(row), $"Row {row} lies outside {Shape}: rows go from 0 to "
            + $"{Shape[0] - 1}.");

    /// <summary>The box that slices cut out, all axes still there.</summary>
    private Narrow Cut(ReadOnlySpan<Slice> slices)
    {
        int[] starts = new int[Shape.Rank], counts = Shape.ToArray(), steps = new int[Shape.Rank];
        Array.Fill(steps, 1);
        int axis = 0;
        foreach (var slice in slices)
        {
            if (slice.IsNewAxis)
                continue;
            if (axis == Shape.Rank)
            {
                throw new ArgumentException(Shape.Rank == 0
                    ? "A single number has no axes to index. Use Item()."
                    : $"Too many indices: shape {Shape} has {Shape.Rank} axes.");
            }
            (starts[axis], counts[axis]) = slice.Resolve(axis, Shape[axis]);
            steps[axis++] = slice.Step;
        }
        return new Narrow(starts, counts, steps);
    }

    /// <summary>Drops the axes of single elements from a box and adds the new ones.</summary>
    private static Tensor Take(ReadOnlySpan<Slice> slices, Tensor box)
    {
        bool isBox = true;
        foreach (var slice in slices)
            isBox &= !slice.IsElement && !slice.IsNewAxis;
        if (isBox)
            return box;
        var lengths = new List<int>();
        int axis = 0;
        foreach (var slice in slices)
        {
            if (slice.IsNewAxis)
                lengths.Add(1);
            else if (slice.IsElement)
                axis++;
            else
                lengths.Add(box.Shape[axis++]);
        }
        return box.Reshape([.. lengths, .. box.Shape[axis..]]);
    }
}
