using System.Globalization;
using System.Text.RegularExpressions;

namespace Backprop.Tests.Checks;

/// <summary>
/// An answer to an exercise of lesson 8, from a file in <c>L08</c>. It is either the whole last solution cell, or lines
/// <c>- old</c>, <c>+ new</c> that change the reference solution.
/// </summary>
internal sealed partial record Answer(string Exercise, double Points, string Says, string Body)
{
    /// <summary>The file's name without its ending, for each answer of a folder.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(PathOf(folder), "*.csx").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    public static Answer Read(string folder, string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(PathOf(folder), name + ".csx"));
        Match first = FirstLine().Match(lines[0]);
        string says = lines[1].StartsWith("// says: ", StringComparison.Ordinal) ? lines[1]["// says: ".Length..] : "";
        return new Answer(
            first.Groups[1].Value,
            first.Groups[2].Success ? double.Parse(first.Groups[2].Value, CultureInfo.InvariantCulture) : -1,
            says,
            string.Join('\n', lines.Where(line => !line.StartsWith("// ", StringComparison.Ordinal))));
    }

    /// <summary>The reference solution of an exercise, cell by cell.</summary>
    public static List<string> Solution(string exercise) =>
    [
        .. Directory.GetFiles(PathOf("cells"), $"{exercise}-?.csx").Order().Select(File.ReadAllText),
    ];

    public static string Cell(string name) => File.ReadAllText(Path.Combine(PathOf("cells"), name + ".csx"));

    /// <summary>The solution cells with this answer in them.</summary>
    public List<string> Cells()
    {
        List<string> cells = Solution(Exercise);
        if (!Body.StartsWith("- ", StringComparison.Ordinal))
            return [.. cells[..^1], Body];
        foreach (Match change in Change().Matches(Body))
        {
            string old = change.Groups["old"].Value;
            int at = cells.FindIndex(cell => cell.Contains(old, StringComparison.Ordinal));
            Assert.True(at >= 0, $"The reference solution does not contain: {old}");
            cells[at] = cells[at].Replace(old, change.Groups["new"].Value, StringComparison.Ordinal);
        }
        return cells;
    }

    private static string PathOf(string folder) =>
        Path.Combine(AppContext.BaseDirectory, "Checks", "L08", folder);

    [GeneratedRegex(@"^// (L08\.\w)(?:: ([\d.]+) points)?$")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^- (?<old>.*)(\n\+ (?<new>.*))?$", RegexOptions.Multiline)]
    private static partial Regex Change();
}
