using System.Text.RegularExpressions;

namespace Backprop.Documents;

// Runner/ decides which notebooks run and where their results go, and runs them. It draws no page.

/// <summary>Which notebooks to run, in which order, and where the results go.</summary>
public sealed partial class RunPlan
{
    private RunPlan(string folder, IReadOnlyList<PlannedNotebook> notebooks)
    {
        Folder = folder;
        Notebooks = notebooks;
    }

    /// <summary>The output folder: a full path.</summary>
    public string Folder { get; }

    /// <summary>The notebooks in the order in which they run and are listed.</summary>
    public IReadOnlyList<PlannedNotebook> Notebooks { get; }

    /// <summary>Finds the notebooks. Reads no notebook and writes nothing.</summary>
    /// <param name="paths">Notebooks, and folders whose notebooks are taken with all sub-folders.</param>
    /// <param name="folder">The output folder, which may not exist yet.</param>
    /// <exception cref="UsageException">
    /// A path is not there, there is no notebook, or a result would replace an input or another result.
    /// </exception>
    public static RunPlan Create(IReadOnlyList<string> paths, string folder)
    {
        var notebooks = new List<PlannedNotebook>();
        var seen = new HashSet<string>(RealPath.Comparer);
        string realFolder = RealPath.Of(folder);
        foreach (PlannedNotebook found in paths.SelectMany(path => Find(path, realFolder)))
            if (seen.Add(RealPath.Of(found.Source)))
                notebooks.Add(found);
        if (notebooks.Count == 0)
            throw new UsageException($"{string.Join(", ", paths)}: no notebook (.ipynb, .dib) there.");
        var plan = new RunPlan(Path.GetFullPath(folder), notebooks);
        plan.KeepInputs(seen, folder);
        return plan;
    }

    /// <summary>The full path of a result.</summary>
    /// <param name="relative">Its path below the output folder, separated by <c>/</c>.</param>
    public string PathOf(string relative) => Path.GetFullPath(Path.Combine(Folder, relative));

    private static IEnumerable<PlannedNotebook> Find(string path, string outFolder)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return Walk(full, outFolder)
                .OrderBy(file => SortKey(Path.GetRelativePath(full, file)), StringComparer.Ordinal)
                .Select(file => Plan(file, Path.Combine(path, Path.GetRelativePath(full, file)), full));
        if (!File.Exists(full))
            throw new UsageException($"{path}: there is no such file or folder.");
        if (!IsNotebook(full))
            throw new UsageException($"{path}: is no notebook, its name does not end in .ipynb or .dib.");
        return [Plan(full, path, Path.GetDirectoryName(full)!)];
    }

    private static IEnumerable<string> Walk(string folder, string outFolder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            if (IsNotebook(file))
                yield return file;
        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            bool isLink = new DirectoryInfo(inner).LinkTarget is not null;
            // Jupyter's .ipynb_checkpoints is one of the hidden folders.
            bool isHidden = Path.GetFileName(inner).StartsWith('.');
            if (isLink || isHidden || RealPath.Comparer.Equals(RealPath.Of(inner), outFolder))
                continue;
            foreach (string file in Walk(inner, outFolder))
                yield return file;
        }
    }

    private static bool IsNotebook(string file)
    {
        string name = Path.GetFileName(file);
        return NotebookFile.IsNotebook(name) && !name.StartsWith('.');
    }

    private static PlannedNotebook Plan(string source, string label, string root)
    {
        string relative = Path.ChangeExtension(Path.GetRelativePath(root, source), null);
        return new(source, label, relative.Replace(Path.DirectorySeparatorChar, '/'));
    }

    // Lesson 2 comes before lesson 10, with or without leading zeros.
    private static string SortKey(string path) => Numbers().Replace(path, digits => digits.Value.PadLeft(12, '0'));

    private void KeepInputs(HashSet<string> inputs, string folder)
    {
        var taken = new Dictionary<string, PlannedNotebook>(StringComparer.OrdinalIgnoreCase);
        foreach (PlannedNotebook notebook in Notebooks)
        {
            if (inputs.Contains(RealPath.Of(PathOf(notebook.NotebookPath))))
                throw new UsageException($"{Path.Combine(folder, notebook.NotebookPath)}: is an input, and the result "
                    + "would replace it. Choose another output folder with --out.");
            if (!taken.TryAdd(notebook.PagePath, notebook))
                throw new UsageException($"{notebook.Label} and {taken[notebook.PagePath].Label} would both become "
                    + $"{notebook.PagePath}. Run them one after the other, with two output folders.");
        }
    }

    [GeneratedRegex(@"\d{1,11}")]
    private static partial Regex Numbers();
}
