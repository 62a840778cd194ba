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

    /// <summary>Writes under a temporary name and renames, so that nobody ever sees half a file. A name that ends in
    /// <c>.gz</c> is compressed.</summary>
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using var packed = new GZipStream(file, CompressionLevel.Optimal);
                    write(packed);
                }
                else
                {
                    write(file);
                }
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
