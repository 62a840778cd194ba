using System.Buffers.Binary;

namespace Backprop;

/// <summary>One type of numbers of the IDX format: how many bytes, how read, how written.</summary>
internal abstract record IdxForm(IdxType Type, int Width)
{
    private static readonly IdxForm[] All =
    [
        new Whole(IdxType.UInt8, 1, byte.MinValue, byte.MaxValue, b => b[0], (b, x) => b[0] = (byte)x),
        new Whole(IdxType.Int8, 1, sbyte.MinValue, sbyte.MaxValue, b => (sbyte)b[0], (b, x) => b[0] = (byte)x),
        new Whole(IdxType.Int16, 2, short.MinValue, short.MaxValue, b => BinaryPrimitives.ReadInt16BigEndian(b),
            (b, x) => BinaryPrimitives.WriteInt16BigEndian(b, (short)x)),
        new Whole(IdxType.Int32, 4, int.MinValue, int.MaxValue, BinaryPrimitives.ReadInt32BigEndian,
            BinaryPrimitives.WriteInt32BigEndian),
        new Real<float>(IdxType.Float32, 4, BinaryPrimitives.ReadSingleBigEndian,
            BinaryPrimitives.WriteSingleBigEndian),
        new Real<double>(IdxType.Float64, 8, BinaryPrimitives.ReadDoubleBigEndian,
            BinaryPrimitives.WriteDoubleBigEndian),
    ];

    internal delegate T Reading<T>(ReadOnlySpan<byte> bytes);

    internal delegate void Writing<T>(Span<byte> bytes, T number);

    internal static IdxForm? Find(int code) => All.FirstOrDefault(form => (int)form.Type == code);

    internal static IdxForm Of(IdxType type) =>
        Find((int)type) ?? throw new ArgumentOutOfRangeException(nameof(type), $"{type} is no type of IDX files.");

    internal static IdxType Fitting(DType type) => type switch
    {
        DType.Float32 => IdxType.Float32,
        DType.Float64 => IdxType.Float64,
        DType.Bool => IdxType.UInt8,
        _ => IdxType.Int32,
    };

    /// <summary>The numbers of a shape; null if the stream ends before, <paramref name="count"/> numbers on.</summary>
    internal abstract Tensor? Read(Stream stream, Shape shape, int chunk, out int count);

    /// <summary>A tensor's numbers in row-major order.</summary>
    internal abstract byte[] Bytes(Tensor tensor);

    // Memory grows with what has really come, whatever the header says.
    private protected T[]? Numbers<T>(Stream stream, int size, int chunk, Reading<T> read, out int count)
    {
        var numbers = new T[Math.Min(size, chunk)];
        var bytes = new byte[numbers.Length * Width];
        for (count = 0; count < size;)
        {
            int wanted = Math.Min(chunk, size - count);
            int got = stream.ReadAtLeast(bytes.AsSpan(0, wanted * Width), wanted * Width, false) / Width;
            if (count + got > numbers.Length)
                Array.Resize(ref numbers, (int)Math.Min(size, Math.Max(2L * numbers.Length, count + got)));
            for (int i = 0; i < got; i++)
                numbers[count++] = read(bytes.AsSpan(i * Width, Width));
            if (got < wanted)
                return null;
        }
        return numbers;
    }

    private protected byte[] Bytes<T>(T[] numbers, Writing<T> write)
    {
        var bytes = new byte[checked(numbers.Length * Width)];
        for (int i = 0; i < numbers.Length; i++)
            write(bytes.AsSpan(i * Width, Width), numbers[i]);
        return bytes;
    }

    private sealed record Whole(IdxType Kind, int Bytes1, int Least, int Most, Reading<int> Get, Writing<int> Put)
        : IdxForm(Kind, Bytes1)
    {
        internal override Tensor? Read(Stream stream, Shape shape, int chunk, out int count) =>
            Numbers(stream, shape.Size, chunk, Get, out count) is { } numbers ? Tensor.From(numbers, shape) : null;

        internal override byte[] Bytes(Tensor tensor)
        {
            if (tensor.DType.IsFloat())
            {
                throw new ArgumentException($"{Type} holds whole numbers, but the tensor is {tensor.DType}. Convert it "
                    + "first, as x.To(DType.Int32).");
            }
            int[] numbers = tensor.ToArray<int>();
            int bad = Array.FindIndex(numbers, x => x < Least || x > Most);
            if (bad >= 0)
                throw new ArgumentException($"{numbers[bad]} does not fit {Type}, which holds {Least} to {Most}.");
            return Bytes(numbers, Put);
        }
    }

    private sealed record Real<T>(IdxType Kind, int Bytes1, Reading<T> Get, Writing<T> Put) : IdxForm(Kind, Bytes1)
        where T : unmanaged
    {
        internal override Tensor? Read(Stream stream, Shape shape, int chunk, out int count) =>
            Numbers(stream, shape.Size, chunk, Get, out count) is { } numbers
                ? Tensor.From(numbers, shape, DTypes.Of<T>())
                : null;

        internal override byte[] Bytes(Tensor tensor) => Bytes(tensor.ToArray<T>(), Put);
    }
}
