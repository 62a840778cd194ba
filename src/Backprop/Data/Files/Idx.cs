using System.Buffers.Binary;

namespace Backprop;

/// <summary>
/// IDX files, the format of MNIST: a tensor with its shape, highest byte first, compressed with gzip or not.
/// <c>Tensor images = Idx.Read("train-images-idx3-ubyte.gz")</c>
/// </summary>
/// <remarks>Format: two zero bytes, a byte for the type, a byte for the number of axes, each length in four bytes, the
/// numbers (LeCun, Cortes, Burges: The MNIST database).</remarks>
public static class Idx
{
    private const int MostAxes = 8, ChunkOfNumbers = 1 << 16;

    /// <summary>Reads a file.</summary>
    /// <returns>A tensor of the file's shape: whole numbers as int32, others as float32 or float64.</returns>
    /// <exception cref="InvalidDataException">It is no IDX file, or holds fewer or more numbers than its header
    /// says.</exception>
    public static Tensor Read(string path)
    {
        using var stream = DataFile.Open(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">What a file would hold, not compressed.</param>
    /// <param name="name">What messages call it.</param>
    /// <inheritdoc cref="Read(string)"/>
    public static Tensor Read(Stream stream, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return ReadTensor(stream, name);
        }
        catch (InvalidDataException bad) when (!bad.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name} is no whole gzip file: {bad.Message}", bad);
        }
    }

    /// <summary>Reads images and their labels, as MNIST has them.</summary>
    /// <param name="images">A file of bytes, <c>[count, height, width]</c>.</param>
    /// <param name="labels">A file of whole numbers, <c>[count]</c>.</param>
    /// <returns>Inputs <c>[count, 1, height, width]</c> in 0…1, targets <c>[count]</c>, int32.</returns>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together.</exception>
    public static TensorDataset ReadImages(string images, string labels)
    {
        var x = Read(images);
        var y = Read(labels);
        if (x.Shape.Rank != 3 || y.Shape.Rank != 1 || x.Shape[0] != y.Shape[0] || x.DType != DType.Int32
            || y.DType != DType.Int32)
        {
            throw new InvalidDataException($"{Path.GetFileName(images)} holds {x.DType} {x.Shape} and "
                + $"{Path.GetFileName(labels)} {y.DType} {y.Shape}; images are bytes [count, height, width], labels "
                + "[count].");
        }
        return new TensorDataset((x.To(DType.Float32) / 255).Unsqueeze(1), y);
    }

    /// <summary>Writes a tensor; a name that ends in <c>.gz</c> is compressed.</summary>
    /// <param name="tensor">What to write.</param>
    /// <param name="path">Where to.</param>
    /// <param name="type">How; what holds the tensor's type if left out.</param>
    /// <exception cref="ArgumentException">A number does not fit the type.</exception>
    public static void Write(Tensor tensor, string path, IdxType? type = null) =>
        DataFile.Write(path, stream => Write(tensor, stream, type));

    /// <summary>Writes a tensor to a stream, not compressed.</summary>
    /// <inheritdoc cref="Write(Tensor, string, IdxType?)"/>
    public static void Write(Tensor tensor, Stream stream, IdxType? type = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(stream);
        if (tensor.Shape.Rank > MostAxes)
            throw new ArgumentException($"Shape {tensor.Shape} has more than {MostAxes} axes. Reshape it.");
        var form = IdxForm.Of(type ?? IdxForm.Fitting(tensor.DType));
        Span<byte> header = stackalloc byte[4 + 4 * tensor.Shape.Rank];
        (header[0], header[1], header[2], header[3]) = (0, 0, (byte)form.Type, (byte)tensor.Shape.Rank);
        for (int axis = 0; axis < tensor.Shape.Rank; axis++)
            BinaryPrimitives.WriteInt32BigEndian(header[(4 + 4 * axis)..], tensor.Shape[axis]);
        byte[] body = form.Bytes(tensor);
        stream.Write(header);
        stream.Write(body);
    }

    private static Tensor ReadTensor(Stream stream, string name)
    {
        Span<byte> magic = stackalloc byte[4];
        if (stream.ReadAtLeast(magic, 4, false) < 4 || magic[0] != 0 || magic[1] != 0)
        {
            throw new InvalidDataException($"{name} is no IDX file: it does not begin with two zero bytes, a type and "
                + "a number of axes.");
        }
        var form = IdxForm.Find(magic[2]) ?? throw new InvalidDataException(
            $"{name} is no IDX file: 0x{magic[2]:X2} is no type of numbers.");
        Shape shape = ReadShape(stream, magic[3], name);
        var tensor = form.Read(stream, shape, ChunkOfNumbers, out int count);
        if (tensor is null)
        {
            throw new InvalidDataException($"{name} is cut off: its header says {shape}, {shape.Size} numbers, but it "
                + $"ends after {count}.");
        }
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"{name} goes on behind the {shape.Size} numbers {shape} that its header "
                + "says.");
        }
        return tensor;
    }

    private static Shape ReadShape(Stream stream, int rank, string name)
    {
        if (rank > MostAxes)
            throw new InvalidDataException($"{name} says it has {rank} axes. More than {MostAxes} are not read.");
        Span<byte> bytes = stackalloc byte[4 * rank];
        if (stream.ReadAtLeast(bytes, bytes.Length, false) < bytes.Length)
            throw new InvalidDataException($"{name} is cut off inside its header.");
        var lengths = new int[rank];
        long size = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * axis)..]);
            // Lengths of 0 do not excuse what the others multiply to.
            size = length > int.MaxValue || size * Math.Max(1, (long)length) > Array.MaxLength
                ? long.MaxValue
                : size * Math.Max(1, (long)length);
            if (size == long.MaxValue)
                throw new InvalidDataException($"{name} says it has more numbers than memory can address.");
            lengths[axis] = (int)length;
        }
        return new Shape(lengths);
    }
}
