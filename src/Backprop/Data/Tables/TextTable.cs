using System.Text;

namespace Backprop;

/// <summary>Rows of text in columns that line up.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <param name="head">The names of the columns.</param>
    /// <param name="rows">The cells, each row as many as there are columns.</param>
    /// <param name="isLeft">Which columns stand to the left; the first alone where it is left out.</param>
    internal static string Of(
        IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows, Func<int, bool>? isLeft = null)
    {
        isLeft ??= column => column == 0;
        IReadOnlyList<string>[] all = [head, .. rows];
        int[] widths = [.. head.Select((_, i) => all.Max(row => row[i].Length))];
        var text = new StringBuilder();
        foreach (var row in all)
        {
            if (text.Length > 0)
                text.Append('\n');
            var line = row.Select((cell, i) => isLeft(i) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append(string.Join(Gap, line).TrimEnd());
        }
        return text.ToString();
    }
}
