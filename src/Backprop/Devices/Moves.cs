namespace Backprop;

/// <summary>Copies between views of host memory, with strides and conversion, and to and from spans.</summary>
internal static unsafe class Moves
{
    // A square of this many elements has its rows and its columns in the cache at once.
    private const int Block = 16;

    /// <summary>Copies views of one shape and type; they may be one and the same, but not overlap otherwise.</summary>
    internal static void Copy(View from, View to)
    {
        int size = from.DType.Size();
        fixed (byte* source = &((HostStorage)from.Storage).Start, target = &((HostStorage)to.Storage).Start)
        {
            byte* first = source + (long)from.Offset * size, into = target + (long)to.Offset * size;
            if (from.IsContiguous && to.IsContiguous)
            {
                long bytes = (long)from.Shape.Size * size;
                Buffer.MemoryCopy(first, into, bytes, bytes);
                return;
            }
            switch (size)
            {
                case 8:
                    CopyStrided((long*)first, (long*)into, from, to);
                    break;
                case 4:
                    CopyStrided((int*)first, (int*)into, from, to);
                    break;
                default:
                    CopyStrided(first, into, from, to);
                    break;
            }
        }
    }

    /// <summary>Copies to bytes in row-major order.</summary>
    internal static void Read(View from, Span<byte> to)
    {
        var packed = from.IsContiguous ? from : Packed(from);
        if (packed != from)
            Copy(from, packed);
        Bytes(packed).CopyTo(to);
        GC.KeepAlive(packed);
    }

    /// <summary>Copies from bytes in row-major order.</summary>
    internal static void Write(ReadOnlySpan<byte> from, View to)
    {
        var packed = to.IsContiguous ? to : Packed(to);
        from.CopyTo(Bytes(packed));
        if (packed != to)
            Copy(packed, to);
        GC.KeepAlive(packed);
    }

    /// <summary>Copies element by element with conversion. All types fit into double, so it rounds once at most.</summary>
    internal static void Convert(View from, View to)
    {
        Span<double> one = stackalloc double[1];
        var at = new Odometer(to.Shape, from.StridesOrRowMajor(), to.StridesOrRowMajor());
        for (; !at.IsAtEnd; at.Next())
        {
            Elements<double>.Load(from, from.Offset + at.Offsets[0], 1, one);
            Elements<double>.Store(one, to, to.Offset + at.Offsets[1], 1);
        }
    }

    /// <summary>New memory in one piece for a view's elements.</summary>
    internal static View Packed(View view) =>
        new(view.Device.Allocate((long)view.Shape.Size * view.DType.Size()), view.Shape, view.DType);

    /// <summary>The bytes of a contiguous view.</summary>
    private static Span<byte> Bytes(View view)
    {
        int size = view.DType.Size();
        return ((HostStorage)view.Storage).Elements<byte>().Slice(view.Offset * size, view.Shape.Size * size);
    }

    private static void CopyStrided<T>(T* from, T* to, View source, View target) where T : unmanaged
    {
        if (target.Shape.Size == 0)
            return;
        int* memory = stackalloc int[Layout.Words(2, target.Shape)];
        var layout = new Layout(2, target.Shape, new Span<int>(memory, Layout.Words(2, target.Shape)));
        layout.Place(0, target);
        layout.Place(1, source);
        layout.OrderBy(0);
        layout.Join(0, layout.Rank);
        int rank = layout.Rank;
        if (rank > 2)
            NeighboursToRows(layout);
        var plane = new Plane(
            rank > 1 ? layout.Length(rank - 2) : 1, rank > 0 ? layout.Length(rank - 1) : 1,
            rank > 1 ? layout.Stride(rank - 2, 0) : 0, rank > 0 ? layout.Stride(rank - 1, 0) : 1,
            rank > 1 ? layout.Stride(rank - 2, 1) : 0, rank > 0 ? layout.Stride(rank - 1, 1) : 1);
        int outer = Math.Max(rank - 2, 0);
        var lengths = new int[outer];
        int[] toStrides = new int[outer], fromStrides = new int[outer];
        for (int axis = 0; axis < outer; axis++)
        {
            lengths[axis] = layout.Length(axis);
            (toStrides[axis], fromStrides[axis]) = (layout.Stride(axis, 0), layout.Stride(axis, 1));
        }
        for (var at = new Odometer(Shape.Own(lengths), toStrides, fromStrides); !at.IsAtEnd; at.Next())
            CopyPlane(from + at.Offsets[1], to + at.Offsets[0], plane);
    }

    // Where the source's neighbours are along another axis than the target's, these two axes are walked in squares.
    private static void NeighboursToRows(Layout layout)
    {
        for (int axis = 0; axis < layout.Rank - 2; axis++)
        {
            if (layout.Stride(axis, 1) == 1)
                layout.Move(axis, layout.Rank - 1);
        }
    }

    private static void CopyPlane<T>(T* from, T* to, Plane p) where T : unmanaged
    {
        if (p.ToRight == 1 && p.FromRight == 1)
        {
            for (int i = 0; i < p.Rows; i++)
                new ReadOnlySpan<T>(from + i * p.FromDown, p.Columns).CopyTo(new Span<T>(to + i * p.ToDown, p.Columns));
            return;
        }
        for (int top = 0; top < p.Rows; top += Block)
        {
            int bottom = Math.Min(top + Block, p.Rows);
            for (int left = 0; left < p.Columns; left += Block)
            {
                int right = Math.Min(left + Block, p.Columns);
                for (int i = top; i < bottom; i++)
                {
                    for (int j = left; j < right; j++)
                        to[i * p.ToDown + j * p.ToRight] = from[i * p.FromDown + j * p.FromRight];
                }
            }
        }
    }

    /// <summary>Two axes of a copy.</summary>
    private readonly record struct Plane(
        int Rows, int Columns, nint ToDown, nint ToRight, nint FromDown, nint FromRight);
}
