using System.Text.RegularExpressions;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary>An error as a terminal shows it: the kind in red, places in cyan, the marks under a mistake in red.</summary>
internal static partial class TracebackColors
{
    private const string Red = "\e[31m";
    private const string BoldRed = "\e[1;31m";
    private const string Cyan = "\e[36m";
    private const string Plain = "\e[0m";

    /// <summary>The lines of the traceback, in colour. Escapes of a program's own message stay as they are.</summary>
    public static IReadOnlyList<string> Of(CellError error) => [.. error.Traceback.Select(line => Color(line, error.Name))];

    private static string Color(string line, string name)
    {
        if (Marks().IsMatch(line))
            return Red + line + Plain;
        if (Place().Match(line) is { Success: true } place)
            return Cyan + place.Value + Plain + line[place.Length..];
        return line.StartsWith(name + ":", StringComparison.Ordinal)
            ? BoldRed + name + Plain + line[name.Length..]
            : line;
    }

    [GeneratedRegex(@"^\s*\^+$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*[^:]{1,60}, line \d+")]
    private static partial Regex Place();
}
