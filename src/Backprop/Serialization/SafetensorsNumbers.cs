using System.Globalization;
using System.Runtime.InteropServices;

namespace Backprop;

/// <summary>The element types of safetensors and how each becomes one of ours, piece by piece so that a large tensor
/// needs no second copy.</summary>
internal static class SafetensorsNumbers
{
    private const int Piece = 1 << 16;

    /// <summary>Reads some bytes of the tensor's data.</summary>
    internal delegate void Source(long offset, Span<byte> to);

    /// <summary>Bytes of an element; null for a type that is not in the format (or smaller than a byte).</summary>
    internal static int? BytesOf(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        "U16" or "I16" or "F16" or "BF16" => 2,
        "U32" or "I32" or "F32" => 4,
        "U64" or "I64" or "F64" or "C64" => 8,
        _ => null,
    };

    /// <summary>The format's name of one of our types.</summary>
    internal static string NameOf(DType type) => type switch
    {
        DType.Float32 => "F32",
        DType.Float64 => "F64",
        DType.Int32 => "I32",
        _ => "BOOL",
    };

    /// <summary>A tensor's numbers as a new tensor.</summary>
    internal static Tensor Read(SafetensorsEntry entry, Source source) => entry.Type switch
    {
        "F32" => Read<float, float>(entry, source, x => x),
        "F64" => Read<double, double>(entry, source, x => x),
        "F16" => Read<Half, float>(entry, source, x => (float)x),
        "BF16" => Read<ushort, float>(entry, source, bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)),
        "I32" => Read<int, int>(entry, source, x => x),
        "I64" => Read<long, int>(entry, source, x => x == (int)x ? (int)x : throw TooLarge(x)),
        "U64" => Read<ulong, int>(entry, source, x => x <= int.MaxValue ? (int)x : throw TooLarge(x)),
        "U32" => Read<uint, int>(entry, source, x => x <= int.MaxValue ? (int)x : throw TooLarge(x)),
        "I16" => Read<short, int>(entry, source, x => x),
        "U16" => Read<ushort, int>(entry, source, x => x),
        "I8" => Read<sbyte, int>(entry, source, x => x),
        "U8" => Read<byte, int>(entry, source, x => x),
        "BOOL" => Read<byte, bool>(entry, source, x => x != 0),
        _ => throw new InvalidDataException($"numbers of type {entry.Type} are not supported. Save it as F32."),
    };

    /// <summary>Writes a tensor's numbers in row-major order.</summary>
    internal static void Write(Tensor tensor, Stream stream)
    {
        switch (tensor.DType)
        {
            case DType.Float32:
                Write<float>(tensor, stream);
                break;
            case DType.Float64:
                Write<double>(tensor, stream);
                break;
            case DType.Int32:
                Write<int>(tensor, stream);
                break;
            default:
                Write<bool>(tensor, stream);
                break;
        }
    }

    private static unsafe Tensor Read<TStored, T>(SafetensorsEntry entry, Source source, Func<TStored, T> convert)
        where TStored : unmanaged
        where T : unmanaged
    {
        var y = Tensor.Empty(Device.Default, entry.Shape, DTypes.Of<T>());
        int size = entry.Shape.Size, piece = Math.Min(size, Piece);
        TStored[] stored = new TStored[piece];
        T[] numbers = new T[piece];
        for (int at = 0; at < size; at += piece)
        {
            int count = Math.Min(piece, size - at);
            source((long)at * sizeof(TStored), MemoryMarshal.AsBytes(stored.AsSpan(0, count)));
            for (int i = 0; i < count; i++)
                numbers[i] = convert(stored[i]);
            y.Device.Write<T>(numbers.AsSpan(0, count), new View(y.Storage, [count], y.DType, null, at));
        }
        return y;
    }

    private static void Write<T>(Tensor tensor, Stream stream)
        where T : unmanaged
    {
        var x = tensor.IsContiguous ? tensor : tensor.Copy();
        int size = x.Shape.Size, piece = Math.Min(size, Piece);
        T[] numbers = new T[piece];
        for (int at = 0; at < size; at += piece)
        {
            int count = Math.Min(piece, size - at);
            x.Device.Read(new View(x.Storage, [count], x.DType, null, x.Offset + at), numbers.AsSpan(0, count));
            stream.Write(MemoryMarshal.AsBytes(numbers.AsSpan(0, count)));
        }
    }

    private static InvalidDataException TooLarge<T>(T value) => new(string.Create(CultureInfo.InvariantCulture,
        $"the number {value} does not fit int32. Save it as F64."));
}
