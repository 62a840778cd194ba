namespace Backprop.Tests;

/// <summary>Short ways to make views of a device and to look at them.</summary>
internal static class Views
{
    internal static View Empty(this Device device, Shape shape, DType type = DType.Float32) =>
        new(device.Allocate((long)shape.Size * type.Size()), shape, type);

    internal static View Of<T>(this Device device, Shape shape, params T[] values) where T : unmanaged
    {
        var view = device.Empty(shape, DTypes.Of<T>());
        device.Write<T>(values, view);
        return view;
    }

    internal static T[] ToArray<T>(this View view) where T : unmanaged
    {
        var values = new T[view.Shape.Size];
        view.Device.Read<T>(view, values);
        return values;
    }

    internal static float[] Floats(this View view) => view.ToArray<float>();

    /// <summary>The same numbers with two axes exchanged.</summary>
    internal static View Transposed(this View view, int a, int b)
    {
        int[] lengths = view.Shape.ToArray(), strides = (int[])view.StridesOrRowMajor().Clone();
        (lengths[a], lengths[b]) = (lengths[b], lengths[a]);
        (strides[a], strides[b]) = (strides[b], strides[a]);
        var shape = new Shape(lengths);
        return new View(view.Storage, shape, view.DType, View.NullIfRowMajor(shape, strides), view.Offset);
    }

    /// <summary>Every step-th element of an axis, beginning at start.</summary>
    internal static View Sliced(this View view, int axis, int start, int count, int step = 1)
    {
        int[] lengths = view.Shape.ToArray(), strides = (int[])view.StridesOrRowMajor().Clone();
        int offset = view.Offset + start * strides[axis];
        lengths[axis] = count;
        strides[axis] *= step;
        var shape = new Shape(lengths);
        return new View(view.Storage, shape, view.DType, View.NullIfRowMajor(shape, strides), offset);
    }
}
