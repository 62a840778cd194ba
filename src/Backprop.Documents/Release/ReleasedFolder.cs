namespace Backprop.Documents;

/// <summary>A folder of released lessons, with the pictures that they show: what learners, Binder and packages get.</summary>
public static class ReleasedFolder
{
    /// <summary>Releases the lessons of a folder, or one of them.</summary>
    /// <param name="source">The teacher's notebook, or a folder of them.</param>
    /// <param name="target">Where the copies go; files of the same names are replaced.</param>
    /// <returns>The names of the released notebooks, in order.</returns>
    /// <exception cref="DocumentException">A notebook cannot be read, released or written, or there is none.</exception>
    public static IReadOnlyList<string> Write(string source, string target)
    {
        string[] files = Directory.Exists(source)
            ? [.. Directory.EnumerateFiles(source, "*.ipynb").Order(StringComparer.Ordinal)]
            : [source];
        if (files.Length == 0)
            throw new DocumentException($"{source}: no notebook (.ipynb) there.");
        string from = Path.GetDirectoryName(Path.GetFullPath(files[0]))!;
        if (RealPath.Comparer.Equals(RealPath.Of(from), RealPath.Of(target)))
            throw new DocumentException($"{target}: the lessons themselves lie there. Choose another folder.");
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            NotebookWriter.Write(ReleasedNotebook.Of(NotebookReader.Read(file, name), name), Path.Combine(target, name));
        }
        CopyFigures(Path.Combine(from, "figures"), Path.Combine(target, "figures"));
        return [.. files.Select(file => Path.GetFileName(file))];
    }

    /// <summary>Copies a folder of pictures; nothing where there is none.</summary>
    internal static void CopyFigures(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        foreach (string picture in Directory.EnumerateFiles(from))
        {
            byte[] content = File.ReadAllBytes(picture);
            AtomicFile.Write(Path.Combine(to, Path.GetFileName(picture)), stream => stream.Write(content));
        }
    }
}
