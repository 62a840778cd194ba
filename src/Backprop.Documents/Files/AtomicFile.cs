namespace Backprop.Documents;

// Files/ is what every other folder here knows about disks: whole files or none, real paths, errors in one line.
// It knows nothing about notebooks or pages.

/// <summary>
/// Writes a file completely or not at all: into a temporary file in the same folder, which then takes the name.
/// When anything goes wrong the old file stays as it was and the temporary file is removed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes text in UTF-8.</summary>
    /// <exception cref="DocumentException">The file cannot be written; the message is one line.</exception>
    public static void Write(string path, string text)
    {
        Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(text);
        });
    }

    /// <summary>Writes what <paramref name="fill"/> puts into the stream.</summary>
    /// <exception cref="DocumentException">The file cannot be written; the message is one line.</exception>
    public static void Write(string path, Action<Stream> fill)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                fill(stream);
                stream.Flush();
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{path}: cannot be written, {DiskError.Reason(error)}.", error);
        }
        finally
        {
            DiskError.Ignore(() => File.Delete(temporary));
        }
    }
}
