using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop.Scripting;

// Packages/: what `#r "nuget: Name, 1.2.3"` asks for, fetched by the SDK's own restore and kept, so that a second time
// needs no network.

/// <summary>A line that asks for a package or names a place to look for packages.</summary>
/// <param name="Name">The package, or null where the line names a source.</param>
/// <param name="Version">Its version as NuGet reads it: <c>1.2.3</c>, <c>1.*</c>, <c>[1.0, 2.0)</c>; <c>*</c> where the
/// line gives none.</param>
/// <param name="Source">An address or folder, or null where the line names a package.</param>
internal sealed partial record PackageLine(string? Name, string? Version, string? Source)
{
    private const string Prefix = "nuget:";

    /// <summary>Whether the text of an <c>#r</c> names a package.</summary>
    public static bool IsPackage(string reference) =>
        reference.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is <c>#i "nuget: …"</c>.</summary>
    public static bool IsSource(string line) => SourceLine().IsMatch(line.TrimStart());

    /// <summary>Reads a line.</summary>
    /// <exception cref="DirectiveException">It is not as it should be.</exception>
    public static PackageLine Parse(string line)
    {
        string inner = Quoted().Match(line) is { Success: true } match ? match.Groups[1].Value.Trim() : "";
        if (!IsPackage(inner))
            throw new DirectiveException($"{line}: write #r \"nuget: Name, 1.2.3\".");
        string rest = inner[Prefix.Length..].Trim();
        if (IsSource(line))
        {
            return rest.Length > 0
                ? new PackageLine(null, null, rest)
                : throw new DirectiveException($"{line}: write #i \"nuget: https://host/v3/index.json\" or a folder.");
        }
        string[] parts = rest.Split(',', 2, StringSplitOptions.TrimEntries);
        if (!PackageName().IsMatch(parts[0]))
            throw new DirectiveException($"{line}: \"{parts[0]}\" is no name of a package. Write #r \"nuget: Name, 1.2.3\".");
        string version = parts is [_, { Length: > 0 } given] ? given : "*";
        if (!VersionText().IsMatch(version))
            throw new DirectiveException($"{line}: \"{version}\" is no version. Write one such as 1.2.3.");
        return new PackageLine(parts[0], version, null);
    }

    [GeneratedRegex(@"^#i\s+""\s*nuget:", RegexOptions.IgnoreCase)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"""([^""]*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}$")]
    private static partial Regex PackageName();

    // What goes into a project file is letters, digits and the marks of ranges, no markup.
    [GeneratedRegex(@"^[\[\(]?[0-9A-Za-z.\-+*, ]{1,80}[\]\)]?$")]
    private static partial Regex VersionText();
}
