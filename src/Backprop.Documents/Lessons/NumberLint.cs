using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Documents;

/// <summary>Every precise number in the text comes from a run.</summary>
public static partial class NumberLint
{
    /// <summary>
    /// The numbers with three or more decimals that the text states but no cell prints or contains.
    /// </summary>
    /// <param name="executed">The lesson after a run, with its outputs.</param>
    public static IEnumerable<string> Unsupported(NotebookDocument executed)
    {
        ArgumentNullException.ThrowIfNull(executed);
        string shown = string.Join('\n', executed.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(Shown));
        foreach (NotebookCell cell in executed.Cells.Where(cell => cell.Kind == CellKind.Markdown))
            foreach (Match number in Precise().Matches(cell.Source))
                if (!Regex.IsMatch(shown, $@"(?<![0-9.]){Regex.Escape(number.Value)}"))
                    yield return $"{cell.Id}: the text says {number.Value}, no cell prints it";
    }

    private static IEnumerable<string> Shown(NotebookCell cell)
    {
        yield return cell.Source;
        foreach (NotebookOutput output in cell.Outputs)
            switch (output)
            {
                case StreamEntry stream:
                    yield return stream.Text;
                    break;
                case DisplayEntry display:
                    foreach (object content in display.Data.Formats.Values)
                        yield return content is JsonNode json ? json.ToJsonString() : (string)content;
                    break;
            }
    }

    [GeneratedRegex(@"(?<![0-9.])[0-9]+\.[0-9]{3,}")]
    private static partial Regex Precise();
}
