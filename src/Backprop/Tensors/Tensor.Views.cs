using Backprop.Ops;

namespace Backprop;

/// <content>Other shapes of the same elements. Nothing is copied where strides can say it.</content>
public sealed partial class Tensor
{
    /// <summary>The same elements in another shape: <c>x.Reshape(2, -1)</c>; one −1 is what is left.</summary>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> lengths)
    {
        var shape = Fill(lengths);
        return shape == Shape ? this : new Reshape(shape).Apply(this);
    }

    /// <summary>The axes in another order: <c>x.Permute(0, 2, 1)</c>.</summary>
    /// <exception cref="ArgumentException">An axis is missing or named twice.</exception>
    public Tensor Permute(params ReadOnlySpan<int> order)
    {
        if (order.Length != Shape.Rank)
        {
            throw new ArgumentException($"Shape {Shape} has {Shape.Rank} axes, but the order names {order.Length}. "
                + "Name each axis once.");
        }
        _ = AxisSet.Of(Shape, order);
        var axes = new int[order.Length];
        for (int i = 0; i < axes.Length; i++)
            axes[i] = Shape.Axis(order[i]);
        return new Permute(axes).Apply(this);
    }

    /// <summary>The last two axes swapped, [..., m, n] → [..., n, m]; a vector or number stays as it is.</summary>
    public Tensor T => Shape.Rank < 2 ? this : Ops.Permute.LastTwo(Shape.Rank).Apply(this);

    /// <summary>Two axes swapped.</summary>
    public Tensor Transpose(int a, int b) =>
        Ops.Permute.Swap(Shape.Rank, Shape.Axis(a), Shape.Axis(b)).Apply(this);

    /// <summary>Without the axes of length 1.</summary>
    public Tensor Squeeze()
    {
        var lengths = new List<int>();
        foreach (int length in Shape)
        {
            if (length != 1)
                lengths.Add(length);
        }
        return Reshape([.. lengths]);
    }

    /// <summary>Without one axis of length 1.</summary>
    /// <exception cref="ArgumentException">The axis is longer.</exception>
    public Tensor Squeeze(int axis)
    {
        int at = Shape.Axis(axis);
        if (Shape[at] != 1)
        {
            throw new ArgumentException($"Axis {axis} of {Shape} has length {Shape[at]}; only an axis of length 1 "
                + "can go.");
        }
        return Reshape(AxisSet.Of(Shape, at).Drop(Shape));
    }

    /// <summary>With a new axis of length 1 at that place; −1 puts it last.</summary>
    public Tensor Unsqueeze(int axis)
    {
        int rank = Shape.Rank + 1, at = axis < 0 ? axis + rank : axis;
        if ((uint)at >= (uint)rank)
        {
            throw new ArgumentOutOfRangeException(nameof(axis),
                $"A new axis of {Shape} can stand at 0 to {rank - 1} (or −1 for the last), not at {axis}.");
        }
        return Reshape([.. Shape[..at], 1, .. Shape[at..]]);
    }

    /// <summary>Repeated to a larger shape without copying: axes of length 1 stretch, new ones come in front; −1
    /// keeps a length.</summary>
    /// <exception cref="ArgumentException">The shape does not fit by broadcasting.</exception>
    public Tensor Expand(params ReadOnlySpan<int> lengths)
    {
        int[] made = lengths.ToArray();
        int lead = made.Length - Shape.Rank;
        for (int i = Math.Max(lead, 0); i < made.Length; i++)
        {
            if (made[i] == -1)
                made[i] = Shape[i - lead];
        }
        var shape = new Shape(made);
        return shape == Shape ? this : new Expand(shape).Apply(this);
    }

    /// <summary>Tensors one behind the other along an axis that they have: <c>Tensor.Concat([a, b], 0)</c>.</summary>
    /// <exception cref="ArgumentException">The shapes differ along another axis, or there is no tensor.</exception>
    public static Tensor Concat(ReadOnlySpan<Tensor> parts, int axis = 0)
    {
        var joined = JoinAll(parts);
        var first = joined[0].Shape;
        int at = first.Axis(axis);
        foreach (var part in joined)
        {
            var shape = part.Shape;
            if (shape.Rank != first.Rank || shape[..at] != first[..at] || shape[(at + 1)..] != first[(at + 1)..])
            {
                throw new ArgumentException($"Shapes {first} and {shape} do not join along axis {axis}: all other axes "
                    + "must be equal.");
            }
        }
        return Ops.Concat.Of(joined, at);
    }

    /// <summary>Tensors of one shape side by side along a new axis.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or there is no tensor.</exception>
    public static Tensor Stack(ReadOnlySpan<Tensor> parts, int axis)
    {
        var joined = JoinAll(parts);
        var first = joined[0].Shape;
        for (int i = 0; i < joined.Length; i++)
        {
            if (joined[i].Shape != first)
            {
                throw new ArgumentException($"Row {i} has shape {joined[i].Shape}, but the first has {first}. Rows "
                    + "of one tensor are equally long.");
            }
            joined[i] = joined[i].Unsqueeze(axis);
        }
        return Ops.Concat.Of(joined, joined[0].Shape.Axis(axis));
    }

    /// <summary>Pieces of at most <paramref name="size"/> along an axis; the last may be shorter.</summary>
    public Tensor[] Split(int size, int axis = 0)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size), $"A piece has 1 element or more, not {size}.");
        int at = Shape.Axis(axis), length = Shape[at];
        var pieces = new Tensor[(length + size - 1) / size];
        for (int i = 0; i < pieces.Length; i++)
            pieces[i] = Narrow.Along(Shape, at, i * size, Math.Min(size, length - i * size)).Apply(this);
        return pieces;
    }

    private static Tensor[] JoinAll(ReadOnlySpan<Tensor> parts)
    {
        if (parts.Length == 0)
            throw new ArgumentException("There is no tensor to join. Give one or more.");
        Tensor[] joined = parts.ToArray();
        // The first pass finds the type of all, the second brings the first ones to it.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 1; i < joined.Length; i++)
                Join(ref joined[0], ref joined[i]);
        }
        var type = joined[0].DType;
        foreach (var part in joined)
            type = DTypes.Promote(type, part.DType);
        for (int i = 0; i < joined.Length; i++)
            joined[i] = joined[i].To(type);
        return joined;
    }

    /// <summary>The shape with −1 worked out.</summary>
    private Shape Fill(ReadOnlySpan<int> lengths)
    {
        int size = Shape.Size, open = lengths.IndexOf(-1), known = 1;
        foreach (int length in lengths)
            known *= length == -1 ? 1 : length;
        int[] made = lengths.ToArray();
        if (open >= 0 && known != 0)
            made[open] = size / known;
        if (lengths.Count(-1) > 1 || (open < 0 ? known : made[open] * known) != size || open >= 0 && made[open] < 0)
        {
            throw new ArgumentException($"Shape {Shape} has {size} elements, which does not fit "
                + $"[{string.Join(", ", lengths.ToArray())}]. The product of the lengths stays the same; one may be "
                + "−1.");
        }
        return new Shape(made);
    }
}
