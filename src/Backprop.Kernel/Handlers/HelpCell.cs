using System.Text.RegularExpressions;

namespace Backprop.Kernel;

/// <summary>
/// A cell that asks for help instead of running anything: <c>Math.Floor?</c> or <c>?Math.Floor</c>, with two marks also
/// for the source. No C# reads like that.
/// </summary>
/// <param name="Name">What it asks about.</param>
/// <param name="WithSource">Whether it asks for the source too.</param>
internal sealed partial record HelpCell(string Name, bool WithSource)
{
    /// <summary>What a cell asks about; null where it is an ordinary one.</summary>
    public static HelpCell? Of(string code)
    {
        Match match = Question().Match(code);
        return match.Success && match.Groups["marks"].Value is { Length: > 0 } marks
            ? new HelpCell(match.Groups["name"].Value, marks.Length > 1)
            : null;
    }

    [GeneratedRegex(@"^\s*((?<marks>\?{1,2})\s*(?<name>[\p{L}_][\w.]*)|(?<name>[\p{L}_][\w.]*)\s*(?<marks>\?{1,2}))\s*$")]
    private static partial Regex Question();
}
