namespace Backprop.Display;

/// <summary>
/// Draws charts side by side, the title of each above it. A legend that all share stands once, above everything.
/// </summary>
internal static class GridDrawing
{
    private const double Gap = 16;
    private const double BareGap = 6;
    private const double TitleHeight = 20;
    private const double LeastWidth = 150;
    private const double LeastBareWidth = 56;

    /// <summary>The drawing, and what a reader must know about it.</summary>
    public static (SvgBuilder Svg, IReadOnlyList<string> Remarks) Draw(
        Chart chart, GridPanels grid, double width, double height, string scope)
    {
        var svg = new SvgBuilder(width, height, ChartText.Label(chart)) { Scope = scope };
        (GridPanels panels, Legend? legend) = WithSharedLegend(grid, width);
        legend?.Draw(svg);
        List<Row> rows = Rows(panels, width, legend?.Height ?? 0);
        // The asked height is shared out as the usual one would be.
        double above = legend?.Height ?? 0;
        double usual = rows.Count == 0 ? height : rows[^1].Bottom - rows[^1].Gap;
        double stretch = Math.Max(0.2, (height - above) / (usual - above));
        var remarks = new List<string>();
        double top = above;
        int index = 0;
        foreach (Row row in rows)
        {
            double high = ((row.Bottom - row.Top - row.Gap) * stretch) - row.TitleHeight;
            for (int column = 0; column < row.Charts.Count; column++)
            {
                double left = column * (row.PanelWidth + row.Gap);
                remarks.AddRange(DrawPanel(svg, row, column, left, top, high, $"{scope}p{index++}-"));
            }
            top += (row.Bottom - row.Top) * stretch;
        }
        return (svg, [.. remarks.Distinct()]);
    }

    /// <summary>The height that all rows need in a drawing of this width.</summary>
    public static double HeightOf(GridPanels grid, double width)
    {
        (GridPanels panels, Legend? legend) = WithSharedLegend(grid, width);
        List<Row> rows = Rows(panels, width, legend?.Height ?? 0);
        return Math.Max(24, rows.Count == 0 ? 0 : rows[^1].Bottom - rows[^1].Gap);
    }

    /// <summary>The usual width: pictures stand close together, charts need room for their axes.</summary>
    public static int WidthOf(GridPanels grid) =>
        grid.Charts.All(IsBare)
            ? Math.Clamp(grid.Columns * 104, 208, 640)
            : Math.Clamp(grid.Columns * 240, 640, 940);

    private sealed record Row(
        IReadOnlyList<Chart> Charts, double Top, double Bottom, double PanelWidth, double TitleHeight, double Gap);

    private static bool IsBare(Chart chart) => !chart.Layout.X.Visible && !chart.Layout.Y.Visible;

    private static IReadOnlyList<string> DrawPanel(
        SvgBuilder svg, Row row, int column, double left, double top, double height, string scope)
    {
        Chart chart = row.Charts[column];
        if (chart.Layout.Title is { } title)
        {
            var ink = new Ink("b s", "font-weight=\"600\"");
            svg.Text(left + 2, top + 13, TextWidth.Fit(title, row.PanelWidth - 2, 12), ink);
        }
        (SvgBuilder panel, IReadOnlyList<string> remarks) =
            ChartDrawing.Draw(chart, row.PanelWidth, Math.Max(20, height), scope);
        string at = TextView.Invariant($"{left:0.#} {top + row.TitleHeight:0.#}");
        svg.Add(new Html($"<g transform=\"translate({at})\">")).Add(panel.Body).Add(new Html("</g>"));
        return remarks;
    }

    private static List<Row> Rows(GridPanels grid, double width, double top)
    {
        bool isBare = grid.Charts.All(IsBare);
        double gap = isBare ? BareGap : Gap;
        int fit = (int)Math.Max(1, (width + gap) / ((isBare ? LeastBareWidth : LeastWidth) + gap));
        int columns = Math.Min(grid.Columns, fit);
        double panelWidth = (width - (gap * (columns - 1))) / columns;
        var rows = new List<Row>();
        foreach (Chart[] charts in grid.Charts.Chunk(columns))
        {
            double title = charts.Any(c => c.Layout.Title is not null) ? TitleHeight : 0;
            double bottom = top + title + charts.Max(c => ChartSize.InGrid(c, panelWidth)) + gap;
            rows.Add(new Row(charts, top, bottom, panelWidth, title, gap));
            top = bottom;
        }
        return rows;
    }

    // Where each chart has the same names, they are said once.
    private static (GridPanels Grid, Legend? Legend) WithSharedLegend(GridPanels grid, double width)
    {
        List<(Trace Trace, SeriesStyle Style)>[] named =
            [.. grid.Charts.Select(c => ChartDrawing.Named(c, linesAtEnds: false).ToList()).Where(n => n.Count > 0)];
        bool isShared = named.Length > 1
            && Array.TrueForAll(named, n => n.Select(Look).SequenceEqual(named[0].Select(Look)));
        if (!isShared)
            return (grid, null);
        GridPanels silent = grid with { Charts = [.. grid.Charts.Select(c => c.WithLegend(false))] };
        return (silent, new Legend(named[0], width));
    }

    private static (string?, Ink, Type) Look((Trace Trace, SeriesStyle Style) named) =>
        (named.Trace.Name, named.Style.Line, named.Trace.GetType());
}
