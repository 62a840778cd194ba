namespace Backprop.Display;

/// <summary>
/// A chart as an output: title, drawing, and what it does not show. It is drawn twice, for wide and for narrow columns,
/// so that its text is never scaled below what can be read; the card shows one of the two.
/// </summary>
internal static class ChartCard
{
    private const int Width = 640;
    private const int Height = 320;
    private const int NarrowWidth = 340;
    private const int NarrowHeight = 240;
    private const int MatrixWidth = 500;
    private const int Padding = 26;
    private const int FitsAColumn = 720;

    public static Html Of(Chart chart)
    {
        (Html drawing, int width, IReadOnlyList<string> remarks) = Drawing(chart);
        Html title = chart.Layout.Title is { } text ? Html.Of($"<p class=\"bp-h\">{text}</p>") : Html.Empty;
        Html caption = remarks.Count > 0 ? Html.Of($"<p class=\"bp-cap\">{string.Join(' ', remarks)}</p>") : Html.Empty;
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" style="max-width:{width + Padding}px">
            <div class="bp-body">{title}{drawing}{caption}</div></figure>
            """);
    }

    /// <summary>The drawings, how wide the wide one is, and what they do not show.</summary>
    public static (Html Html, int Width, IReadOnlyList<string> Remarks) Drawing(Chart chart)
    {
        (int width, int height) = chart.Layout.Size ?? Usual(chart, Width, Height);
        (SvgBuilder wide, IReadOnlyList<string> remarks) = ChartDrawing.Draw(chart, width, height);
        return (Sizes(chart, wide, width, height), width, remarks);
    }

    private static Html Sizes(Chart chart, SvgBuilder wide, int width, int height)
    {
        if (width <= NarrowWidth + 40)
            return wide.ToHtml();
        // Which column counts as narrow depends on the drawing: its text must stay readable down to there.
        string kind = width < 560 ? "bp-mid" : "bp-wide";
        Html narrow = Narrow(chart, height, kind);
        if (width <= FitsAColumn)
            return Html.Of($"{wide.ToHtml(kind)}{narrow}");
        Html full = wide.ToHtml(kind, TextView.Invariant($"style=\"min-width:{width * 7 / 8}px\""));
        return Html.Of(
            $"<div class=\"bp-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"chart\">{full}</div>{narrow}");
    }

    private static Html Narrow(Chart chart, int height, string kind)
    {
        (int width, int own) = Usual(chart, NarrowWidth, Math.Min(height, NarrowHeight));
        return ChartDrawing.Draw(chart, width, own).Svg.ToHtml($"bp-narrow {kind}", "display=\"none\"");
    }

    // A matrix keeps its cells' shape, bars their thickness; all else takes the usual size.
    private static (int Width, int Height) Usual(Chart chart, int width, int height)
    {
        if (chart.Traces.OfType<HeatmapTrace>().FirstOrDefault() is { } heat && heat.Z.Rows > 0 && heat.Z.Columns > 0)
            return OfMatrix(heat, width, height);
        List<BarTrace> bars = [.. chart.Traces.OfType<BarTrace>()];
        if (bars.Count == 0 || !bars[0].IsHorizontal)
            return (width, height);
        int rows = new BarGroups(bars).Keys.Count;
        return (width, Math.Clamp((rows * Math.Max(24, 14 * bars.Count)) + 50, 100, 900));
    }

    private static (int Width, int Height) OfMatrix(HeatmapTrace heat, int width, int height)
    {
        bool isPlane = heat.Y is { Labels: null };
        if (isPlane)
            return (width, Math.Min(width * 3 / 4, height * 4 / 3));

        const int Around = 70;
        bool small = heat.Z.Columns <= 12 && heat.Z.Rows <= 16;
        width = Math.Min(width, MatrixWidth);
        double cellWidth = Math.Min((width - Around) / (double)heat.Z.Columns, small ? 56 : 16);
        double cellHeight = small ? Math.Clamp(cellWidth * 0.6, 22, 30) : cellWidth;
        double high = Math.Clamp((heat.Z.Rows * cellHeight) + Around, 110, 620);
        return (Math.Clamp((int)(heat.Z.Columns * cellWidth) + Around, 200, width), (int)high);
    }
}
