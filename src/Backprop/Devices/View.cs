namespace Backprop;

/// <summary>
/// Where some numbers lie: all that a device sees. A tensor is a view that also knows how it was made, so handing one
/// to a device copies nothing. Never changes; only the contents of its storage do.
/// </summary>
public class View
{
    /// <summary>A view whose strides are null (row-major, in one piece) or fit the shape. Not checked.</summary>
    internal View(Storage storage, Shape shape, DType dtype, int[]? strides = null, int offset = 0)
    {
        Storage = storage;
        Shape = shape;
        DType = dtype;
        Strides = strides;
        Offset = offset;
    }

    /// <summary>The memory, maybe shared with other views.</summary>
    public Storage Storage { get; }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The type of an element.</summary>
    public DType DType { get; }

    /// <summary>The device whose memory this is.</summary>
    public Device Device => Storage.Device;

    /// <summary>Elements from one neighbour to the next along each axis; 0 repeats one element (broadcast).
    /// Null if the elements lie row-major in one piece, which every short way asks first.</summary>
    internal int[]? Strides { get; }

    /// <summary>The place of the first element in the storage, counted in elements.</summary>
    internal int Offset { get; }

    /// <summary>True if the elements lie row-major in one piece.</summary>
    public bool IsContiguous => Strides is null;

    /// <summary>The strides, spelled out even if contiguous.</summary>
    internal int[] StridesOrRowMajor() => Strides ?? Shape.RowMajorStrides();

    /// <summary>Null if these strides are row-major for the shape, else the strides: what a view keeps.</summary>
    internal static int[]? NullIfRowMajor(Shape shape, int[] strides) => shape.IsRowMajor(strides) ? null : strides;

    /// <summary>Strides under which this view looks like a larger shape, with 0 where an axis repeats.</summary>
    /// <exception cref="ArgumentException">The shape does not fit by broadcasting.</exception>
    internal int[]? StridesFor(Shape shape)
    {
        if (shape == Shape)
            return Strides;
        if (Shape.Rank > shape.Rank || Shape.Broadcast(Shape, shape) != shape)
            throw new ArgumentException($"Shape {Shape} does not broadcast to {shape}.");
        int[] own = StridesOrRowMajor();
        var strides = new int[shape.Rank];
        for (int back = 1; back <= own.Length; back++)
            strides[^back] = Shape[^back] == 1 ? 0 : own[^back];
        return NullIfRowMajor(shape, strides);
    }

    /// <summary>The same numbers seen as a larger shape, nothing copied.</summary>
    internal View BroadcastTo(Shape shape) =>
        shape == Shape ? this : new View(Storage, shape, DType, StridesFor(shape), Offset);
}
