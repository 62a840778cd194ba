using System.IO.Compression;

namespace Backprop;

/// <summary>What readers and writers of data files share: compression, and whole files or none.</summary>
internal static class DataFile
{
    /// <summary>A file to read; one that is compressed with gzip is read as if it were not.</summary>
    internal static Stream Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        bool isCompressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Writes the whole file or leaves the old one. A name that ends in <c>.gz</c> is compressed.</summary>
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        bool isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        AtomicFile.Write(path, isCompressed ? Packed : write);

        void Packed(Stream file)
        {
            using var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            write(packed);
        }
    }
}
