using System.Text;

namespace Backprop;

/// <content>A table as text.</content>
public sealed partial class Table
{
    private const int MostRows = 20, MostCharacters = 40;

    /// <summary>The columns side by side, numbers to the right, words to the left; long tables with an honest
    /// "…".</summary>
    public override string ToString()
    {
        int rows = Count <= MostRows ? Count : MostRows - 1;
        var lines = new StringBuilder[rows + 1];
        for (int i = 0; i <= rows; i++)
            lines[i] = new StringBuilder();
        foreach (var column in columns)
        {
            string[] cells = [Short(column.Name), .. column.Texts().Take(rows).Select(Short)];
            int width = cells.Max(cell => cell.Length);
            for (int i = 0; i <= rows; i++)
            {
                string cell = column.Words is null ? cells[i].PadLeft(width) : cells[i].PadRight(width);
                lines[i].Append(lines[i].Length == 0 ? "" : "  ").Append(cell);
            }
        }
        string text = string.Join('\n', lines.Select(line => line.ToString().TrimEnd()));
        return rows == Count ? text : $"{text}\n… {Count} rows";
    }

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
    }
}
