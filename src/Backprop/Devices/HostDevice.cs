namespace Backprop;

/// <summary>What devices in this computer's memory share: everything that moves numbers without computing.</summary>
internal abstract class HostDevice : Device
{
    private protected HostDevice(string name)
        : base(name)
    {
    }

    /// <summary>What formulas over these operands are computed in: see <see cref="Device.Map"/>.</summary>
    private protected static DType ComputeType(ReadOnlySpan<View> outs, ReadOnlySpan<View> ins)
    {
        bool anySingle = false;
        foreach (var y in outs)
        {
            if (y.DType == DType.Float64)
                return DType.Float64;
            anySingle |= y.DType == DType.Float32;
        }
        foreach (var x in ins)
        {
            if (x.DType == DType.Float64)
                return DType.Float64;
            anySingle |= x.DType == DType.Float32;
        }
        return anySingle ? DType.Float32 : DType.Float64;
    }

    private protected override Storage DoAllocate(long bytes) => HostStorage.Allocate(this, bytes);

    private protected override void DoGather(View source, int axis, View index, View y) =>
        Lookup.Gather(source, axis, index, y);

    private protected override void DoScatterAdd(View y, int axis, View index, View dy) =>
        Lookup.ScatterAdd(y, axis, index, dy);

    private protected override void DoCopy(View from, View to)
    {
        if (from.DType == to.DType)
            Moves.Copy(from, to);
        else
            Convert(from, to);
    }

    /// <summary>Copies between views of one shape and two types.</summary>
    private protected virtual void Convert(View from, View to) => Moves.Convert(from, to);

    private protected override void DoRead(View from, Span<byte> to) => Moves.Read(from, to);

    private protected override void DoWrite(ReadOnlySpan<byte> from, View to) => Moves.Write(from, to);

    private protected override void DoRandom(View y, Distribution distribution, ulong seed, ulong counter)
    {
        var numbers = y.IsContiguous ? y : Moves.Packed(y);
        var storage = (HostStorage)numbers.Storage;
        int begin = numbers.Offset, count = y.Shape.Size;
        if (y.DType == DType.Float32)
            RandomNumbers.Fill(storage.Elements<float>().Slice(begin, count), distribution, seed, counter);
        else
            RandomNumbers.Fill(storage.Elements<double>().Slice(begin, count), distribution, seed, counter);
        if (numbers != y)
            Moves.Copy(numbers, y);
    }
}
