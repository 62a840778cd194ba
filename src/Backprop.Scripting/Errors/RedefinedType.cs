using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>
/// Explains why <c>A</c> is not <c>A</c>: a class that a cell declares again is another class, and older objects keep
/// theirs.
/// </summary>
internal static partial class RedefinedType
{
    public static string? Hint(Diagnostic error, CellSources sources)
    {
        Match match = SameName().Match(error.GetMessage(CultureInfo.InvariantCulture));
        if (!match.Success)
            return null;
        string type = LearnerTerms.Clean(match.Groups["type"].Value);
        string old = sources.NameOf(match.Groups["from"].Value);
        return $"`{type}` was declared again, but this object was made from the `{type}` of {old}: "
            + "run the cell that makes it again.";
    }

    /// <summary>
    /// The same for a cast that fails while the cell runs; null where the exception tells something else.
    /// </summary>
    public static string? Hint(InvalidCastException exception)
    {
        Match match = FailedCast().Match(exception.Message);
        if (!match.Success)
            return null;
        string type = LearnerTerms.Clean(match.Groups["type"].Value);
        return $"This object was made from an older `{type}`, which a cell has declared again since: "
            + "run the cell that makes it again.";
    }

    /// <summary>The compiler's message without the places by which it tells apart types of one name.</summary>
    public static string WithoutPlaces(string message) => Place().Replace(message, "");

    [GeneratedRegex(@"'(?<type>[^'\[]+) \[(?<from>[^'\]]+)\(\d+\)\]' to '\k<type> \[[^'\]]+\(\d+\)\]'")]
    private static partial Regex SameName();

    [GeneratedRegex(@"^\[A\](?<type>.+?) cannot be cast to \[B\]\k<type>\.")]
    private static partial Regex FailedCast();

    [GeneratedRegex(@" \[[^\]]*\(\d+\)\](?=')")]
    private static partial Regex Place();
}
