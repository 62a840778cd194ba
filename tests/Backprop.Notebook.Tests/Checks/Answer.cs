using System.Globalization;
using System.Text.RegularExpressions;

namespace Backprop.Tests.Checks;

/// <summary>
/// An answer that a learner might give, from a file in <c>L03</c>, <c>L08</c>, … It is either the whole last solution
/// cell, or lines <c>- old</c>, <c>+ new</c> that change the reference solution in the lesson's notebook.
/// </summary>
internal sealed partial record Answer(string Exercise, double Points, string Says, string Body)
{
    /// <summary>The lessons for which there are answers.</summary>
    public static IEnumerable<string> Lessons { get; } =
        [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Checks");

    /// <summary>The files of a folder, without their ending.</summary>
    public static IEnumerable<string> Names(string lesson, string folder) =>
        Directory.GetFiles(Path.Combine(Root, lesson, folder), "*.csx")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static Answer Read(string lesson, string folder, string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, lesson, folder, name + ".csx"));
        Match first = FirstLine().Match(lines[0]);
        string says = lines[1].StartsWith("// says: ", StringComparison.Ordinal) ? lines[1]["// says: ".Length..] : "";
        return new Answer(
            first.Groups[1].Value,
            first.Groups[2].Success ? double.Parse(first.Groups[2].Value, CultureInfo.InvariantCulture) : -1,
            says,
            string.Join('\n', lines.Where(line => !line.StartsWith("// ", StringComparison.Ordinal))));
    }

    /// <summary>The solution cells with this answer in them.</summary>
    public List<string> Cells()
    {
        List<string> cells = [.. Tests.Lessons.Course.Exercise(Exercise).Solutions.Select(cell => cell.Source)];
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

    [GeneratedRegex(@"^// (L[0-9]{2}\.\w)(?:: ([\d.]+) points)?$")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^- (?<old>.*)(\n\+ (?<new>.*))?$", RegexOptions.Multiline)]
    private static partial Regex Change();
}
