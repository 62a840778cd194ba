using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Backprop;

/// <summary>An open file of named tensors; numbers are read when asked for.</summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int LengthBytes = 8;

    private readonly string path;
    private readonly SafeFileHandle handle;
    private readonly SafetensorsHeader header;
    private readonly long start;

    internal SafetensorsFile(string path)
    {
        this.path = path;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            byte[] text = ReadHeader();
            start = LengthBytes + text.Length;
            header = SafetensorsHeader.Parse(text, RandomAccess.GetLength(handle) - start);
        }
        catch (InvalidDataException problem)
        {
            handle.Dispose();
            throw new InvalidDataException(
                $"{Path.GetFileName(path)} is not a valid safetensors file: {problem.Message}", problem);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The tensors' names, in the order of the header.</summary>
    public IReadOnlyList<string> Names => header.Entries.Keys;

    /// <summary>What each name stands for: type and shape as they are in the file.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => header.Entries;

    /// <summary>Texts that the writer added.</summary>
    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    /// <summary>Reads one tensor.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor of that name.</exception>
    /// <exception cref="InvalidDataException">Its type is none that a tensor can hold, or a whole number does not fit
    /// int32.</exception>
    public Tensor Read(string name)
    {
        if (!header.Entries.TryGetValue(name, out var entry))
        {
            throw new KeyNotFoundException($"{Path.GetFileName(path)} has no tensor {Plain.Text(name)}. It has "
                + Plain.List(Names) + ".");
        }
        try
        {
            return SafetensorsNumbers.Read(entry, ReadAt);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException(
                $"Tensor {Plain.Text(name)} in {Path.GetFileName(path)}: {problem.Message}", problem);
        }

        void ReadAt(long offset, Span<byte> to) => Fill(start + entry.Begin + offset, to);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => handle.Dispose();

    private byte[] ReadHeader()
    {
        long rest = RandomAccess.GetLength(handle) - LengthBytes;
        if (rest < 0)
            throw new InvalidDataException($"it is shorter than the {LengthBytes} bytes of the header's length.");
        Span<byte> bytes = stackalloc byte[LengthBytes];
        Fill(0, bytes);
        ulong length = BitConverter.ToUInt64(bytes);
        // Compared before anything is allocated: a hostile length costs nothing.
        if (length > SafetensorsHeader.MaxBytes || length > (ulong)rest)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"its header claims {length} bytes, but {rest} follow and {SafetensorsHeader.MaxBytes} are the most."));
        }
        var text = new byte[length];
        Fill(LengthBytes, text);
        return text;
    }

    private void Fill(long offset, Span<byte> to)
    {
        while (to.Length > 0)
        {
            int count = RandomAccess.Read(handle, to, offset);
            if (count == 0)
                throw new InvalidDataException("the file ends too early; it was cut off while it was read.");
            to = to[count..];
            offset += count;
        }
    }
}
