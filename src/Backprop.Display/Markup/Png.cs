using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Backprop.Display;

/// <summary>
/// Writes small pictures as PNG: one byte a pixel, each an index into a palette of at most 256 colours.
/// </summary>
public static class Png
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOf((uint)n))];

    /// <summary>A picture as <c>data:image/png;base64,…</c>.</summary>
    /// <param name="pixels">Indices into the palette by row, <c>[height, width]</c>.</param>
    /// <param name="palette">Red, green, blue and opacity of each colour.</param>
    /// <exception cref="ArgumentException">The picture is empty, or the palette has not 1 to 256 colours.</exception>
    public static string DataUri(
        byte[,] pixels, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> palette) =>
        "data:image/png;base64," + Convert.ToBase64String(Encode(pixels, palette));

    /// <summary>The bytes of the file.</summary>
    /// <inheritdoc cref="DataUri"/>
    public static byte[] Encode(byte[,] pixels, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> palette)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(palette);
        if (pixels.Length == 0 || palette.Count is 0 or > 256)
            throw new ArgumentException("A picture needs at least one pixel and a palette of 1 to 256 colours.");

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        WriteChunk(file, "IHDR", Header(pixels.GetLength(1), pixels.GetLength(0)));
        WriteChunk(file, "PLTE", [.. palette.SelectMany(c => new[] { c.Red, c.Green, c.Blue })]);
        if (palette.Any(c => c.Alpha < 255))
            WriteChunk(file, "tRNS", [.. palette.Select(c => c.Alpha)]);
        WriteChunk(file, "IDAT", Compressed(pixels));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    // Eight bits a pixel, by palette, no interlacing.
    private static byte[] Header(int width, int height)
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return header;
    }

    // Each row begins with its filter: 0, none.
    private static byte[] Compressed(byte[,] pixels)
    {
        using var result = new MemoryStream();
        using (var zlib = new ZLibStream(result, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] row = new byte[pixels.GetLength(1) + 1];
            for (int y = 0; y < pixels.GetLength(0); y++)
            {
                for (int x = 1; x < row.Length; x++)
                    row[x] = pixels[y, x - 1];
                zlib.Write(row);
            }
        }
        return result.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        uint crc = body.Aggregate(0xFFFFFFFFu, (sum, b) => CrcTable[(byte)(sum ^ b)] ^ (sum >> 8)) ^ 0xFFFFFFFF;
        BinaryPrimitives.WriteUInt32BigEndian(number, crc);
        file.Write(number);
    }

    private static uint CrcOf(uint n)
    {
        for (int bit = 0; bit < 8; bit++)
            n = (n & 1) == 1 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
