namespace Backprop.Display;

// Page/: from a drawing to what stands on a page: card, frames, tables, sizes, files. It draws nothing itself.

/// <summary>
/// A chart as an output: title, drawing, what it says and what it does not show, its numbers. It is drawn twice, for
/// wide and for narrow columns, so that its text is never scaled below what can be read; the card shows one of the two.
/// </summary>
internal static class ChartCard
{
    private const int Width = 640;
    private const int Height = 320;
    private const int NarrowWidth = 340;
    private const int NarrowHeight = 240;
    private const int Padding = 26;
    private const int FitsAColumn = 720;
    private const int TitleHeight = 30;

    /// <summary>What drawings may take of the 200 kB of an output; the rest is for styles and tables.</summary>
    public const int Budget = 170_000;

    /// <param name="chart">The chart.</param>
    /// <param name="more">Further remarks under the drawing.</param>
    public static Html Of(Chart chart, params string[] more)
    {
        if (chart.Panels is FramePanels frames)
            return FramesCard.Of(chart, frames);
        (Html drawing, int width, IReadOnlyList<string> remarks) = Drawing(chart);
        Html caption = Caption(chart, [.. remarks, .. more]);
        string kind = ChartBundle.IsBetterLive(chart) ? "bp-plot" : "bp-still";
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" style="max-width:{width + Padding}px"><div class="bp-body">{Title(chart)}
            <div class="{kind}">{drawing}</div>{caption}{ChartTable.Of(chart)}</div></figure>
            """);
    }

    /// <summary>The drawing alone, on white, with its title: for hosts that show no HTML of a cell.</summary>
    public static string Alone(Chart chart)
    {
        Chart shown = chart.Panels is FramePanels frames ? ChartText.Named(frames) : chart;
        (int width, int height) = Size(shown);
        SvgBuilder drawing = ChartDrawing.Draw(shown, width, height).Svg;
        string? title = shown.Layout.Title;
        int above = title is null ? 8 : TitleHeight;
        var svg = new SvgBuilder(width + 16, height + above + 8, ChartText.Label(chart));
        svg.Rectangle(0, 0, svg.Width, svg.Height, new Ink("", "fill=\"#fff\""));
        if (title is not null)
            svg.Text(10, 20, TextWidth.Fit(title, width, 14), new Ink("", "font-size=\"14\" font-weight=\"600\""));
        svg.Add(new Html(TextView.Invariant($"<g transform=\"translate(8 {above})\">")))
            .Add(drawing.Body)
            .Add(new Html("</g>"));
        return svg.ToHtml().Content.Replace(Html.IdPrefix, "bp-", StringComparison.Ordinal);
    }

    /// <summary>The drawings, how wide the wide one is, and what they do not show.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="scope">Tells its ids from those of other drawings in the same output.</param>
    public static (Html Html, int Width, IReadOnlyList<string> Remarks) Drawing(Chart chart, string scope = "")
    {
        if (chart.Panels is FramePanels frames)
            return FramesCard.Drawing(frames, chart);
        int count = chart.Panels?.Charts.Count ?? 1;
        // A grid that is too long for one output shows its first charts, and says so.
        for (int most = count; ; most = most * 3 / 4)
        {
            Chart shown = most < count ? chart.WithFirst(most) : chart;
            (int width, int height) = Size(shown);
            (SvgBuilder wide, IReadOnlyList<string> remarks) = ChartDrawing.Draw(shown, width, height, scope);
            if (wide.Body.Content.Length > Budget && most > 1)
                continue;
            string[] fewer = most < count
                ? [$"Showing the first {NumberText.Count(most)} of {NumberText.Count(count)} charts."]
                : [];
            return (Sizes(shown, wide, width, height), width, [.. remarks, .. fewer]);
        }
    }

    /// <summary>The title above a drawing, if there is one.</summary>
    public static Html Title(Chart chart) =>
        chart.Layout.Title is { } text ? Html.Of($"<p class=\"bp-h\">{text}</p>") : Html.Empty;

    /// <summary>What the chart says and what it does not show.</summary>
    public static Html Caption(Chart chart, IReadOnlyList<string> remarks)
    {
        string[] sentences = chart.Layout.Description is { } found ? [found, .. remarks] : [.. remarks];
        return sentences.Length > 0 ? Html.Of($"<p class=\"bp-cap\">{string.Join(' ', sentences)}</p>") : Html.Empty;
    }

    private static (int Width, int Height) Size(Chart chart) =>
        chart.Layout.Size
            ?? ChartSize.Of(chart, chart.Panels is GridPanels grid ? GridDrawing.WidthOf(grid) : Width, Height);

    private static Html Sizes(Chart chart, SvgBuilder wide, int width, int height)
    {
        if (width <= NarrowWidth + 40)
            return wide.ToHtml();
        // Which column counts as narrow depends on the drawing: its text must stay readable down to there.
        string kind = width < 560 ? "bp-mid" : "bp-wide";
        Html narrow = Narrow(chart, height, kind, wide.Scope);
        if (wide.Body.Content.Length + narrow.Content.Length > Budget)
            return Scrolling(wide.ToHtml("", MinWidth(width)));
        if (width <= FitsAColumn)
            return Html.Of($"{wide.ToHtml(kind)}{narrow}");
        return Html.Of($"{Scrolling(wide.ToHtml(kind, MinWidth(width)))}{narrow}");
    }

    private static string MinWidth(int width) => TextView.Invariant($"style=\"min-width:{width * 7 / 8}px\"");

    private static Html Scrolling(Html drawing) =>
        Html.Of($"<div class=\"bp-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"chart\">{drawing}</div>");

    private static Html Narrow(Chart chart, int height, string kind, string scope)
    {
        (int width, int own) = ChartSize.Of(chart, NarrowWidth, Math.Min(height, NarrowHeight));
        return ChartDrawing.Draw(chart, width, own, scope).Svg.ToHtml($"bp-narrow {kind}", "display=\"none\"");
    }
}
