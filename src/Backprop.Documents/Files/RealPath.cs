namespace Backprop.Documents;

/// <summary>Tells whether two paths are the same place, through links and "..".</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>How this system compares paths.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparer.OrdinalIgnoreCase
        : StringComparer.Ordinal;

    /// <summary>The path with every link on the way followed. What is not there yet stays as it is written.</summary>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (int links = 0; links < MostLinks; links++)
        {
            string? next = FollowFirstLink(full);
            if (next is null)
                return full;
            full = Path.TrimEndingDirectorySeparator(next);
        }
        return full;
    }

    private static string? FollowFirstLink(string full)
    {
        string root = Path.GetPathRoot(full)!;
        string[] parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        string reached = root;
        for (int i = 0; i < parts.Length; i++)
        {
            string here = Path.Combine(reached, parts[i]);
            if (new FileInfo(here).LinkTarget is string target)
                return Path.GetFullPath(Path.Combine([Path.Combine(reached, target), .. parts[(i + 1)..]]));
            reached = here;
        }
        return null;
    }
}
