using System.Text;

namespace Backprop;

/// <summary>Rows of text in columns: the first column to the left, the others to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    internal static string Of(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. head.Select((name, i) => Math.Max(name.Length, rows.Select(row => row[i].Length).DefaultIfEmpty().Max()))];
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head))
        {
            if (text.Length > 0)
                text.Append('\n');
            var line = row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append(string.Join(Gap, line).TrimEnd());
        }
        return text.ToString();
    }
}
