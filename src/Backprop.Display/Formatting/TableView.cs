using System.Globalization;
using System.Text;

namespace Backprop.Display;

/// <summary>A <see cref="Table"/> as HTML and as aligned text.</summary>
internal static class TableView
{
    private const int MaxCell = 120;
    private const int MaxTextCell = 28;
    private const int MaxTextWidth = 100;

    /// <summary>A card with the table and, under it, how much of it is shown.</summary>
    public static Html ToHtml(Table table, FormatterRegistry registry)
    {
        Func<object?, string>[] formats =
            [.. table.Columns.Select((_, i) => NumberColumn.Format(table.Rows.Select(r => r[i])))];
        IEnumerable<Html> heads = table.Columns.Select((c, i) =>
            Html.Of($"<th scope=\"col\"{Class(table.Rows.Any(r => NumberColumn.IsNumber(r[i])))}>{c}</th>"));
        IEnumerable<Html> rows = table.Rows.Select(row =>
            Html.Of($"<tr>{row.Select((cell, i) => Cell(cell, formats[i], registry))}</tr>"));
        Html caption = Showing(table) is { } showing ? Html.Of($"<p class=\"bp-cap\">{showing}</p>") : Html.Empty;
        return Html.Of(
            $"""
            <figure class="bp-card" aria-label="{table.Title}"><div class="bp-head"><b>{table.Title}</b></div>
            <div class="bp-body"><div class="bp-scroll" tabindex="0" role="group" aria-label="{table.Title}">
            <table class="bp-tbl"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{caption}
            </div></figure>
            """);
    }

    /// <summary>The same table, its columns aligned, at most 100 characters wide.</summary>
    public static string ToText(Table table, FormatterRegistry registry)
    {
        var columns = new List<string[]>();
        int width = 0;
        for (int i = 0; i < table.Columns.Count; i++)
        {
            string[] column = TextColumn(table, i, registry);
            width += column[0].Length + 2;
            if (width > MaxTextWidth && columns.Count > 0)
                break;
            columns.Add(column);
        }

        var text = new StringBuilder();
        for (int row = 0; row <= table.Rows.Count; row++)
            text.AppendJoin("  ", columns.Select(c => c[row])).TrimEnd().Append('\n');
        if (columns.Count < table.Columns.Count)
            text.Append(CultureInfo.InvariantCulture, $"({table.Columns.Count - columns.Count} more columns)\n");
        return text.Append(Showing(table)).ToString().TrimEnd();
    }

    /// <summary>How much is shown, where that is not all.</summary>
    private static string? Showing(Table table)
    {
        if (!table.IsCut)
            return null;
        return table.Total is { } total
            ? $"Showing {NumberText.Count(table.Rows.Count)} of {NumberText.Count(total)} rows."
            : $"Showing the first {NumberText.Count(table.Rows.Count)} rows; there are more.";
    }

    private static Html Cell(object? cell, Func<object?, string> format, FormatterRegistry registry)
    {
        if (ReferenceEquals(cell, Table.Missing))
            return Html.Of($"<td></td>");
        bool isNumber = NumberColumn.IsNumber(cell);
        string text = isNumber ? NumberText.Minus(format(cell)) : CellText(cell, MaxCell, registry);
        return Html.Of($"<td{Class(isNumber)}>{text}</td>");
    }

    private static string[] TextColumn(Table table, int index, FormatterRegistry registry)
    {
        Func<object?, string> format = NumberColumn.Format(table.Rows.Select(r => r[index]));
        List<string> cells = [TextView.Cut(table.Columns[index], MaxTextCell)];
        foreach (object?[] row in table.Rows)
            cells.Add(
                NumberColumn.IsNumber(row[index]) ? format(row[index]) : CellText(row[index], MaxTextCell, registry));

        int width = cells.Max(c => c.Length);
        bool right = table.Rows.Any(r => NumberColumn.IsNumber(r[index]));
        return [.. cells.Select(c => right ? c.PadLeft(width) : c.PadRight(width))];
    }

    private static string CellText(object? cell, int maxLength, FormatterRegistry registry) =>
        ReferenceEquals(cell, Table.Missing) ? "" : cell switch
        {
            string text => TextView.Cut(text, maxLength),
            _ => TextView.Line(cell, maxLength, registry),
        };

    private static Html Class(bool isNumber) => isNumber ? new Html(" class=\"n\"") : Html.Empty;

    private static StringBuilder TrimEnd(this StringBuilder text)
    {
        int length = text.Length;
        while (length > 0 && char.IsWhiteSpace(text[length - 1]) && text[length - 1] != '\n')
            length--;
        text.Length = length;
        return text;
    }
}
