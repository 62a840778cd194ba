using System.Numerics;
using System.Runtime.InteropServices;

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
        var walk = new Walk(source, axis, index, y);
        for (walk.Check(); !walk.IsAtEnd; walk.Next())
            from.Slice(walk.InTable, walk.Run).CopyTo(to.Slice(walk.InValues, walk.Run));
    }

    private static void ScatterAdd<T>(View y, int axis, View index, View dy) where T : unmanaged, INumber<T>
    {
        Span<T> to = ((HostStorage)y.Storage).Elements<T>(), from = ((HostStorage)dy.Storage).Elements<T>();
        var walk = new Walk(y, axis, index, dy);
        for (walk.Check(); !walk.IsAtEnd; walk.Next())
            Add(from.Slice(walk.InValues, walk.Run), to.Slice(walk.InTable, walk.Run));
    }

    private static void Add<T>(ReadOnlySpan<T> x, Span<T> to) where T : unmanaged, INumber<T>
    {
        var many = MemoryMarshal.Cast<T, Vector<T>>(x);
        var into = MemoryMarshal.Cast<T, Vector<T>>(to);
        for (int i = 0; i < many.Length; i++)
            into[i] += many[i];
        for (int i = many.Length * Vector<T>.Count; i < x.Length; i++)
            to[i] += x[i];
    }

    /// <summary>Goes over the index and says where its element lies in the table and among the values.</summary>
    private sealed class Walk
    {
        private readonly View table, index, values;
        private readonly int axis, step;
        private readonly Odometer at;

        internal Walk(View table, int axis, View index, View values)
        {
            (this.table, this.axis, this.index, this.values) = (table, axis, index, values);
            int[] places = (int[])table.StridesOrRowMajor().Clone();
            int[] inIndex = index.StridesOrRowMajor(), inValues = values.StridesOrRowMajor();
            step = places[axis];
            // This axis does not move by itself: the index says where on it.
            places[axis] = 0;
            // Where one index is for whole rows, whole rows are moved.
            int axes = values.Shape.Rank;
            Run = 1;
            while (axes > axis + 1 && (inIndex[axes - 1] == 0 || values.Shape[axes - 1] == 1)
                && LiesNext(inValues, axes - 1) && LiesNext(places, axes - 1))
            {
                Run *= values.Shape[--axes];
            }
            at = new Odometer(values.Shape[..axes], places[..axes], inIndex[..axes], inValues[..axes]);

            bool LiesNext(int[] strides, int last) => strides[last] == Run || values.Shape[last] == 1;
        }

        /// <summary>How many neighbours share one index.</summary>
        internal int Run { get; }

        internal bool IsAtEnd => at.IsAtEnd || Run == 0;

        internal int InTable => table.Offset + at.Offsets[0] + Index * step;

        internal int InValues => values.Offset + at.Offsets[2];

        private int Index => ((HostStorage)index.Storage).Elements<int>()[index.Offset + at.Offsets[1]];

        internal void Next() => at.Next();

        /// <summary>Looks at every index before anything is written.</summary>
        internal void Check()
        {
            int length = table.Shape[axis];
            var rows = ((HostStorage)index.Storage).Elements<int>();
            int[] strides = index.StridesOrRowMajor();
            // An axis along which the index repeats need not be gone over.
            int[] lengths = index.Shape.ToArray();
            for (int i = 0; i < lengths.Length; i++)
                lengths[i] = strides[i] == 0 ? Math.Min(lengths[i], 1) : lengths[i];
            for (var each = new Odometer(Shape.Own(lengths), strides); !each.IsAtEnd; each.Next())
            {
                int row = rows[index.Offset + each.Offsets[0]];
                if ((uint)row >= (uint)length)
                    throw Contract.BadIndex(row, axis, length);
            }
        }
    }
}
