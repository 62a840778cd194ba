using System.Numerics;

namespace Backprop;

/// <summary>Take along an axis and its reverse, for views of host memory.</summary>
internal static class Lookup
{
    internal static void Gather(View source, int axis, View index, View y)
    {
        switch (source.DType.Size())
        {
            case 8:
                Gather<long>(source, axis, index, y);
                break;
            case 4:
                Gather<int>(source, axis, index, y);
                break;
            default:
                Gather<byte>(source, axis, index, y);
                break;
        }
    }

    internal static void ScatterAdd(View y, int axis, View index, View dy)
    {
        switch (y.DType)
        {
            case DType.Float32:
                ScatterAdd<float>(y, axis, index, dy);
                break;
            case DType.Float64:
                ScatterAdd<double>(y, axis, index, dy);
                break;
            case DType.Int32:
                ScatterAdd<int>(y, axis, index, dy);
                break;
            default:
                throw new ArgumentException("Booleans do not add. Convert them to int32 first.");
        }
    }

    private static void Gather<T>(View source, int axis, View index, View y) where T : unmanaged
    {
        Span<T> from = ((HostStorage)source.Storage).Elements<T>(), to = ((HostStorage)y.Storage).Elements<T>();
        var rows = ((HostStorage)index.Storage).Elements<int>();
        int step = source.StridesOrRowMajor()[axis];
        Check(source, axis, index);
        for (var at = Walk(source, axis, index, y); !at.IsAtEnd; at.Next())
        {
            int row = rows[index.Offset + at.Offsets[1]];
            to[y.Offset + at.Offsets[2]] = from[source.Offset + at.Offsets[0] + row * step];
        }
    }

    private static void ScatterAdd<T>(View y, int axis, View index, View dy) where T : unmanaged, INumber<T>
    {
        Span<T> to = ((HostStorage)y.Storage).Elements<T>(), from = ((HostStorage)dy.Storage).Elements<T>();
        var rows = ((HostStorage)index.Storage).Elements<int>();
        int step = y.StridesOrRowMajor()[axis];
        Check(y, axis, index);
        for (var at = Walk(y, axis, index, dy); !at.IsAtEnd; at.Next())
        {
            int row = rows[index.Offset + at.Offsets[1]];
            to[y.Offset + at.Offsets[0] + row * step] += from[dy.Offset + at.Offsets[2]];
        }
    }

    // The looked-up axis does not move by itself: the index says where on it.
    private static Odometer Walk(View table, int axis, View index, View values)
    {
        int[] strides = (int[])table.StridesOrRowMajor().Clone();
        strides[axis] = 0;
        return new Odometer(values.Shape, strides, index.StridesOrRowMajor(), values.StridesOrRowMajor());
    }

    /// <summary>Looks at every index before anything is written.</summary>
    private static void Check(View table, int axis, View index)
    {
        var rows = ((HostStorage)index.Storage).Elements<int>();
        int length = table.Shape[axis];
        for (var at = new Odometer(index.Shape, index.StridesOrRowMajor()); !at.IsAtEnd; at.Next())
        {
            int row = rows[index.Offset + at.Offsets[0]];
            if ((uint)row >= (uint)length)
                throw Contract.BadIndex(row, axis, length);
        }
    }
}
