using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>Numbers in a table, each cell in the colour of its number.</summary>
internal static class HeatTable
{
    private const int End = 3;
    private const int ExactDigits = 5;

    /// <summary>All numbers.</summary>
    public static Html Whole(TensorGrid grid, string label)
    {
        List<int> rows = All(grid.Rows);
        List<int> columns = All(grid.Columns);
        HeatScale scale = HeatScale.For(Shown(grid, rows, columns));
        Html key = grid.DType == DType.Bool ? Html.Empty : HeatKey.Of(scale);
        return Html.Of($"{Table(grid, rows, columns, scale, label)}{key}");
    }

    /// <summary>Of long axes the first and the last three.</summary>
    public static Html Corners(TensorGrid grid, HeatScale scale, string label)
    {
        List<int> rows = Ends(grid.Rows);
        List<int> columns = Ends(grid.Columns);
        Html table = Table(grid, rows, columns, scale, label);
        int shown = Shown(grid, rows, columns).Count();
        string caption = $"Showing {NumberText.Count(shown)} of {NumberText.Count(grid.Count)} values.";
        return Html.Of($"{table}<p class=\"bp-cap\">{caption}</p>");
    }

    private static IEnumerable<double> Shown(TensorGrid grid, List<int> rows, List<int> columns) =>
        rows.Where(r => r >= 0).SelectMany(r => columns.Where(c => c >= 0).Select(c => grid[r, c]));

    private static Html Table(TensorGrid grid, List<int> rows, List<int> columns, HeatScale scale, string label)
    {
        Func<double, string> format = grid.DType == DType.Bool
            ? value => TensorNames.Number(value, DType.Bool)
            : CellText.For(Shown(grid, rows, columns));
        IEnumerable<Html> heads = columns.Select(c => Html.Of($"<th scope=\"col\">{Index(c)}</th>"));
        IEnumerable<Html> body = rows.Select(r =>
        {
            // A vector is one row, which has no number.
            Html name = grid.IsVector ? Html.Of($"<span class=\"bp-hide\">values</span>") : Html.Of($"{Index(r)}");
            return Html.Of(
                $"<tr><th scope=\"row\">{name}</th>{columns.Select(c => Cell(grid, r, c, scale, format))}</tr>");
        });
        return Html.Of(
            $"""
            <div class="bp-scroll" tabindex="0" role="group" aria-label="{label}"><table class="bp-heat">
            <thead><tr><th><span class="bp-hide">row</span></th>{heads}</tr></thead><tbody>{body}</tbody></table></div>
            """);
    }

    private static Html Cell(TensorGrid grid, int row, int column, HeatScale scale, Func<double, string> format)
    {
        if (row < 0 || column < 0)
            return new Html(row < 0 ? "<td class=\"gap\">⋮</td>" : "<td class=\"gap\">…</td>");
        double value = grid[row, column];
        if (!double.IsFinite(value))
            return Html.Of($"<td class=\"na\" title=\"{grid.Place(row, column)}\">{NumberText.Significant(value)}</td>");
        string shown = format(value);
        // More digits where the pointer rests; whole numbers and truth values have no more.
        string exact = grid.DType.IsFloat() ? NumberText.Significant(value, ExactDigits) : shown;
        Html hint = exact == shown ? Html.Empty : Html.Of($" title=\"{exact}\"");
        return Html.Of($"<td class=\"{scale.Ink(value).Class}\"{hint}>{shown}</td>");
    }

    private static string Index(int index) => index < 0 ? "…" : index.ToString(CultureInfo.InvariantCulture);

    private static List<int> All(int count) => [.. Enumerable.Range(0, count)];

    // −1 stands for what is left out.
    private static List<int> Ends(int count) =>
        count <= (2 * End) + 1 ? All(count) : [.. Enumerable.Range(0, End), -1, .. Enumerable.Range(count - End, End)];
}
