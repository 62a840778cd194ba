using System.Text.RegularExpressions;

namespace Backprop.Scripting;

/// <summary>Completes the path of a file within <c>#r "…"</c> and <c>#load "…"</c>.</summary>
internal static partial class CompletionPaths
{
    /// <summary>Files and folders, or null where the cursor is in no such path.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">The cursor in it.</param>
    /// <param name="folder">Where relative paths begin.</param>
    public static Completions? Find(string code, int cursor, string folder)
    {
        Match match = Directive().Match(code[..cursor]);
        if (!match.Success)
            return null;
        string typed = match.Groups["path"].Value;
        if (typed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return Completions.None(cursor);
        string[] extensions = match.Groups["name"].Value == "r" ? [".dll"] : [".cs", ".csx"];
        return Find(folder, typed, cursor, extensions);
    }

    /// <summary>Folders, and files of some kinds, that go on from what is typed of a path.</summary>
    public static Completions Find(string folder, string typed, int cursor, params string[] extensions)
    {
        int nameStart = typed.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1;
        string name = typed[nameStart..];
        try
        {
            var place = new DirectoryInfo(Path.Combine(folder, typed[..nameStart]));
            var items = place.EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .Where(entry => entry.Name[0] != '.' || name.StartsWith('.'))
                .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension.ToLowerInvariant()))
                .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Take(Completions.MostItems)
                .Select(text => new Completion(text, CompletionKind.Path, ""));
            return new Completions(cursor - name.Length, cursor, [.. items]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Completions.None(cursor);
        }
    }

    [GeneratedRegex(@"(?<=(^|\n)[ \t]*)#(?<name>r|load)[ \t]+""(?<path>[^""\n]*)\z")]
    private static partial Regex Directive();
}
