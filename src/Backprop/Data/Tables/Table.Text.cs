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
        string[][] cells = [.. columns.Select(column => column.Texts().Take(rows).Select(Short).ToArray())];
        string text = TextTable.Of(
            [.. columns.Select(column => Short(column.Name))],
            [.. Enumerable.Range(0, rows).Select(row => Array.ConvertAll(cells, column => column[row]))],
            isLeft: column => columns[column].Words is not null);
        return rows == Count ? text : $"{text}\n… {Count} rows";
    }

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
    }
}
