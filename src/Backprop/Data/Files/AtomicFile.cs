namespace Backprop;

/// <summary>Writes a file so that whoever looks, at any moment and after any crash, finds the old one or the new
/// one.</summary>
internal static class AtomicFile
{
    private const string Temporary = ".tmp";

    /// <summary>Writes beside the file, waits until the disk has it, then renames. Missing folders are made.</summary>
    internal static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path), folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}{Temporary}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes what a killed process left behind in a folder that nobody else writes to.</summary>
    internal static void Sweep(string folder)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $".*{Temporary}"))
            File.Delete(left);
    }
}
