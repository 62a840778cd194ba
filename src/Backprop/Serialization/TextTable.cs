using System.Text;

namespace Backprop;

/// <summary>Rows of text in columns: the first column to the left, the others to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    internal static string Of(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [head, .. rows];
        int[] widths = [.. head.Select((_, i) => all.Max(row => row[i].Length))];
        var text = new StringBuilder();
        foreach (var row in all)
        {
            if (text.Length > 0)
                text.Append('\n');
            var line = row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append(string.Join(Gap, line).TrimEnd());
        }
        return text.ToString();
    }
}
