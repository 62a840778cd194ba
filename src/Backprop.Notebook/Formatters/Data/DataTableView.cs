using Backprop.Display;

namespace Backprop;

/// <summary>A table of data: its first rows, what each column holds, and where something is missing.</summary>
internal static class DataTableView
{
    private const int MostColumns = 20;
    private const int MostText = 60;

    public static MimeBundle Of(Backprop.Table table)
    {
        string size = $"{NumberText.Count(table.Count)} rows × {NumberText.Count(table.Columns.Length)} columns";
        Html body = table.Columns.Length == 0
            ? Card.Caption("The table has no columns.")
            : Html.Of($"{Rows(table)}{Captions(table)}");
        return Card.Bundle(Card.Of("Table", Html.Empty, size, body, Style), Text(table, size));
    }

    private static Html Style { get; } = CardStyle.Of(
        """
        small{display:block;font-weight:400;font-size:11px}
        td.gap{background:var(--bp-warn-bg) repeating-linear-gradient(45deg,transparent 0 4px,
        color-mix(in srgb,var(--bp-warn) 26%,transparent) 4px 6px);color:var(--bp-ink);font-style:italic}
        """);

    private static Html Rows(Backprop.Table table)
    {
        TableColumn[] columns = [.. table.Columns.Take(MostColumns)];
        int shown = Math.Min(table.Count, Formatter.ListExpansionLimit);
        Func<double, string>[] formats = [.. columns.Select(c => FormatOf(c, shown))];
        IEnumerable<Html> head = columns.Select(c => Html.Of(
            $"<th scope=\"col\"{(c.Words is null ? new Html(" class=\"n\"") : Html.Empty)}>{c.Name}<small>{About(c)}</small></th>"));
        IEnumerable<Html> rows = Enumerable.Range(0, shown).Select(row =>
            Html.Of($"<tr>{columns.Select((c, i) => Cell(c, row, formats[i]))}</tr>"));
        return Card.Table("rows of the table", head, rows);
    }

    // All numbers of a column with the same decimals, so that they can be compared by eye.
    private static Func<double, string> FormatOf(TableColumn column, int shown)
    {
        if (column.Numbers is null)
            return NumberText.Plain;
        Func<object?, string> format = NumberColumn.Format(column.Numbers.Take(shown).Cast<object?>());
        return value => NumberText.Minus(format(value));
    }

    private static Html Cell(TableColumn column, int row, Func<double, string> format)
    {
        if (column.IsMissing(row))
            return new Html("<td class=\"gap\">missing</td>");
        return column.Numbers is { } numbers
            ? Card.Cell(format(numbers[row]), isNumber: true)
            : Card.Cell(TextView.Cut(column.Words![row], MostText));
    }

    private static string About(TableColumn column)
    {
        if (column.Words is { } words)
        {
            int kinds = words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Count();
            return $"words, {NumberText.Count(kinds)} different";
        }
        double[] known = [.. column.Numbers!.Where(double.IsFinite)];
        return known.Length == 0
            ? "numbers"
            : $"{NumberText.Plain(known.Min())} to {NumberText.Plain(known.Max())}";
    }

    private static Html Captions(Backprop.Table table)
    {
        string text = string.Join(' ', Remarks(table));
        return text.Length == 0 ? Html.Empty : Card.Caption(text);
    }

    private static IEnumerable<string> Remarks(Backprop.Table table)
    {
        int shown = Math.Min(table.Count, Formatter.ListExpansionLimit);
        if (shown < table.Count)
            yield return $"Showing {NumberText.Count(shown)} of {NumberText.Count(table.Count)} rows.";
        if (table.Columns.Length > MostColumns)
            yield return $"Showing {MostColumns} of {NumberText.Count(table.Columns.Length)} columns.";
        foreach (TableColumn column in table.Columns)
        {
            int gaps = Enumerable.Range(0, column.Count).Count(column.IsMissing);
            if (gaps > 0)
                yield return $"{column.Name} lacks {NumberText.Count(gaps)} of {NumberText.Count(column.Count)}.";
        }
    }

    private static string Text(Backprop.Table table, string size)
    {
        string remarks = string.Join(' ', Remarks(table));
        return $"Table {size}\n{table}" + (remarks.Length == 0 ? "" : "\n" + remarks);
    }
}
