using System.Globalization;
using System.Text;

namespace Backprop.Documents;

/// <summary>A notebook's file, <c>.ipynb</c> or <c>.dib</c>.</summary>
public static class NotebookFile
{
    /// <summary>The endings of files that are notebooks.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".ipynb", ".dib"];

    /// <summary>Whether a file is a notebook, by the ending of its name.</summary>
    public static bool IsNotebook(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a C# notebook.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="label">What errors call it; the path where it is left out.</param>
    /// <exception cref="DocumentException">It cannot be read or is no C# notebook.</exception>
    public static NotebookDocument Read(string path, string? label = null) =>
        IsDib(path)
            ? DibFormat.Read(Encoding.UTF8.GetString(ReadBytes(path, label ?? path)), label ?? path)
            : NotebookReader.Read(path, label);

    /// <summary>Writes the whole file or, when that fails, leaves the old one. A <c>.dib</c> has no outputs.</summary>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(NotebookDocument notebook, string path)
    {
        if (IsDib(path))
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(DibFormat.Write(notebook))));
        else
            NotebookWriter.Write(notebook, path);
    }

    /// <summary>A file's bytes, if it is not too large.</summary>
    internal static byte[] ReadBytes(string path, string label)
    {
        try
        {
            long length = new FileInfo(path).Length;
            if (length > NotebookReader.MostBytes)
                throw new DocumentException(string.Create(CultureInfo.InvariantCulture,
                    $"{label}: is too large, {length / 1e6:F0} MB of at most {NotebookReader.MostBytes / 1e6:F0} MB. "
                    + $"Clear its outputs."));
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{label}: cannot be read, {DiskError.Reason(error)}.", error);
        }
    }

    private static bool IsDib(string path) => path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase);
}
