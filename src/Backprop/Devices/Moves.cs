namespace Backprop;

/// <summary>Copies between views of host memory, with strides and conversion, and to and from the host's spans.</summary>
internal static class Moves
{
    internal static void Copy(View from, View to)
    {
        if (from.DType != to.DType)
            Convert(from, to);
        else if (from.IsContiguous && to.IsContiguous)
            Bytes(from).CopyTo(Bytes(to));
        else
            CopyStrided(from, to);
    }

    internal static void Read(View from, Span<byte> to)
    {
        if (from.IsContiguous)
        {
            Bytes(from).CopyTo(to);
            return;
        }
        var packed = Packed(from);
        CopyStrided(from, packed);
        Bytes(packed).CopyTo(to);
    }

    internal static void Write(ReadOnlySpan<byte> from, View to)
    {
        if (to.IsContiguous)
        {
            from.CopyTo(Bytes(to));
            return;
        }
        var packed = Packed(to);
        from.CopyTo(Bytes(packed));
        CopyStrided(packed, to);
    }

    /// <summary>A contiguous view of the same shape in new memory.</summary>
    private static View Packed(View view) =>
        new(view.Device.Allocate((long)view.Shape.Size * view.DType.Size()), view.Shape, view.DType);

    /// <summary>The bytes of a contiguous view.</summary>
    private static Span<byte> Bytes(View view)
    {
        int size = view.DType.Size();
        return ((HostStorage)view.Storage).Elements<byte>().Slice(view.Offset * size, view.Shape.Size * size);
    }

    private static void CopyStrided(View from, View to)
    {
        switch (from.DType.Size())
        {
            case 8:
                CopyStrided<long>(from, to);
                break;
            case 4:
                CopyStrided<int>(from, to);
                break;
            default:
                CopyStrided<byte>(from, to);
                break;
        }
    }

    private static void CopyStrided<T>(View from, View to) where T : unmanaged
    {
        Span<T> source = ((HostStorage)from.Storage).Elements<T>(), target = ((HostStorage)to.Storage).Elements<T>();
        var at = new Odometer(to.Shape, from.StridesOrRowMajor(), to.StridesOrRowMajor());
        for (; !at.IsAtEnd; at.Next())
            target[to.Offset + at.Offsets[1]] = source[from.Offset + at.Offsets[0]];
    }

    // Every type fits into double, so one rounding happens at most.
    private static void Convert(View from, View to)
    {
        Span<double> one = stackalloc double[1];
        var at = new Odometer(to.Shape, from.StridesOrRowMajor(), to.StridesOrRowMajor());
        for (; !at.IsAtEnd; at.Next())
        {
            Elements<double>.Load(from, from.Offset + at.Offsets[0], 1, one);
            Elements<double>.Store(one, to, to.Offset + at.Offsets[1], 1);
        }
    }
}
