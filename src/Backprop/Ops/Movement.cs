namespace Backprop.Ops;

/// <summary>The same elements in another shape: a view where the strides allow it, else a copy.</summary>
/// <param name="To">The new shape.</param>
public sealed record Reshape(Shape To) : Op
{
    internal Tensor Apply(Tensor x)
    {
        var source = x;
        if (!Strides.TryReshape(x, To, out int[]? strides))
            source = x.Copy();
        var y = new Tensor(source.Storage, To, x.DType, strides, source.Offset);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => dy.Reshape(node.Input(0)!.Shape);
}

/// <summary>The axes in another order.</summary>
/// <param name="Order">Which axis of x stands where.</param>
public sealed record Permute(params int[] Order) : Op
{
    private static readonly Permute[] Swaps = [.. Enumerable.Range(0, 8).Select(rank => Swap(rank, rank - 2, rank - 1))];

    /// <summary>The last two axes swapped, as every linear layer does with its weight.</summary>
    internal static Permute LastTwo(int rank) => rank < Swaps.Length ? Swaps[rank] : Swap(rank, rank - 2, rank - 1);

    /// <summary>Two axes swapped.</summary>
    internal static Permute Swap(int rank, int a, int b)
    {
        var order = new int[rank];
        for (int i = 0; i < rank; i++)
            order[i] = i == a ? b : i == b ? a : i;
        return new Permute(order);
    }

    internal Tensor Apply(Tensor x)
    {
        int[] lengths = new int[Order.Length], strides = new int[Order.Length], own = x.StridesOrRowMajor();
        for (int i = 0; i < Order.Length; i++)
        {
            lengths[i] = x.Shape[Order[i]];
            strides[i] = own[Order[i]];
        }
        var shape = Shape.Own(lengths);
        var y = new Tensor(x.Storage, shape, x.DType, View.NullIfRowMajor(shape, strides), x.Offset);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var back = new int[Order.Length];
        for (int i = 0; i < back.Length; i++)
            back[Order[i]] = i;
        return new Permute(back).Apply(dy);
    }
}

/// <summary>Axes of length 1 repeated, and axes added in front. Nothing is copied.</summary>
/// <param name="To">The larger shape.</param>
public sealed record Expand(Shape To) : Op
{
    internal Tensor Apply(Tensor x)
    {
        var y = new Tensor(x.Storage, To, x.DType, x.StridesFor(To), x.Offset);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => dy.SumTo(node.Input(0)!.Shape);
}

/// <summary>A box cut out of x: from each axis some elements at even steps. Nothing is copied.</summary>
public sealed record Narrow : Op
{
    internal Narrow(int[] starts, int[] counts, int[] steps)
    {
        Starts = starts;
        Counts = counts;
        Steps = steps;
    }

    /// <summary>The first element taken from each axis.</summary>
    internal int[] Starts { get; }

    /// <summary>How many are taken.</summary>
    internal int[] Counts { get; }

    /// <summary>From one taken to the next.</summary>
    internal int[] Steps { get; }

    /// <summary>Some neighbours along one axis.</summary>
    internal static Narrow Along(Shape shape, int axis, int start, int count)
    {
        int[] starts = new int[shape.Rank], counts = shape.ToArray(), steps = new int[shape.Rank];
        Array.Fill(steps, 1);
        starts[axis] = start;
        counts[axis] = count;
        return new Narrow(starts, counts, steps);
    }

    internal Tensor Apply(Tensor x)
    {
        var y = Cut(x);
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) =>
        new Embed(this, node.Input(0)!.Shape).Apply(dy);

    internal override bool TryAddGradient(Tensor dy, Tensor sum)
    {
        var box = Cut(sum);
        sum.Device.Map(Programs.Add, [box], [box, dy]);
        return true;
    }

    /// <summary>The box itself, without a memory of how it was made.</summary>
    internal Tensor Cut(Tensor x)
    {
        int[] strides = x.StridesOrRowMajor().AsSpan().ToArray();
        int offset = x.Offset;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            offset += Starts[axis] * strides[axis];
            strides[axis] *= Steps[axis];
        }
        var shape = new Shape(Counts);
        return new Tensor(x.Storage, shape, x.DType, View.NullIfRowMajor(shape, strides), offset);
    }
}

/// <summary>The reverse of <see cref="Narrow"/>: one number everywhere, with x in the box.</summary>
/// <param name="Box">Where x goes.</param>
/// <param name="To">The shape around it.</param>
/// <param name="Around">The number.</param>
public sealed record Embed(Narrow Box, Shape To, double Around = 0) : Op
{
    internal Tensor Apply(Tensor x)
    {
        var y = Tensor.Filled(x.Device, To, x.DType, Around);
        x.Device.Copy(x, Box.Cut(y));
        Node.Record(this, y, 0, x);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => Box.Apply(dy);
}
