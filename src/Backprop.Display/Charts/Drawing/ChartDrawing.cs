namespace Backprop.Display;

/// <summary>Draws a chart at a given size: room for names, axes, then each series.</summary>
internal static class ChartDrawing
{
    private const double ShareForNames = 0.3;

    /// <summary>The drawing, and what a reader must know about it.</summary>
    /// <param name="chart">The chart; of frames the last one is drawn.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="scope">Tells its ids from those of other drawings in the same output.</param>
    public static (SvgBuilder Svg, IReadOnlyList<string> Remarks) Draw(
        Chart chart, double width, double height, string scope = "")
    {
        if (chart.Panels is FramePanels frames)
            return Draw(frames.Charts[^1], width, height, scope);
        if (chart.Panels is GridPanels grid)
            return GridDrawing.Draw(chart, grid, width, height, scope);
        var svg = new SvgBuilder(width, height, ChartText.Label(chart)) { Scope = scope };
        return chart.Traces is [SurfaceTrace surface]
            ? (svg, SurfaceDrawing.Draw(svg, surface, chart.Layout))
            : (svg, DrawAxesAndSeries(svg, chart));
    }

    /// <summary>What a legend above the drawing names.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="linesAtEnds">True where lines are named at their ends.</param>
    public static IEnumerable<(Trace Trace, SeriesStyle Style)> Named(Chart chart, bool linesAtEnds) =>
        chart.Layout.Legend == false
            ? []
            : chart.Traces.Zip(SeriesStyle.For(chart.Traces)).Where(s => InLegend(s.First, linesAtEnds));

    private static List<string> DrawAxesAndSeries(SvgBuilder svg, Chart chart)
    {
        ChartPlan plan = ChartPlan.Of(chart);
        List<(Trace Trace, SeriesStyle Style)> series = [.. chart.Traces.Zip(plan.Styles)];
        double endWidth = EndLabels.Width(chart.Traces.OfType<LineTrace>());
        bool isMap = chart.Traces.Any(t => t is HeatmapTrace or ContourTrace);
        // The paths on a map end where they please.
        bool atEnds = chart.Layout.Legend is null && !isMap
            && endWidth <= svg.Width * ShareForNames && series.Count(s => s.Trace is LineTrace) <= 8;
        var legend = new Legend(Named(chart, atEnds), svg.Width);
        (HeatScale Scale, string? Name)? key = svg.Width < ColorKey.LeastWidth ? null : Key(chart);
        double above = legend.Height + (key is null ? 0 : ColorKey.Height);

        double beside = plan.Bars.AreHorizontal ? BarLayer.ValueRoom : atEnds ? endWidth : 0;
        Frame frame = Frame.For(plan, svg.Width, svg.Height, above, beside);
        if (plan.Bars.Count > 1)
            Hatch.Define(svg);
        legend.Draw(svg);
        if (key is { } shown)
            ColorKey.Draw(svg, shown.Scale, frame.Right, legend.Height, shown.Name);
        var axes = new AxisDrawing(svg, frame, plan);
        axes.Draw(withGrid: !isMap);
        if (isMap && !chart.Traces.Any(t => t is HeatmapTrace or ContourTrace { IsFilled: true }))
            svg.Path(new PathData().Rectangle(frame.Left, frame.Top, frame.Width, frame.Height), Ink.Axis);
        var zones = new ZoneLayer(svg, frame);
        zones.Draw(chart.Layout.Zones);
        List<string> remarks = [.. Remarks.Of(plan, frame)];
        remarks.AddRange(DrawSeries(svg, frame, plan, series));
        axes.DrawGuides();
        zones.DrawNames(chart.Layout.Zones);
        DrawNotes(svg, frame, chart);
        if (atEnds)
            EndLabels.Draw(
                svg, frame, series.Where(s => s.Trace is LineTrace).Select(s => ((LineTrace)s.Trace, s.Style)));
        return remarks;
    }

    // Which colours are to be explained, if any.
    private static (HeatScale Scale, string? Name)? Key(Chart chart)
    {
        foreach (Trace trace in chart.Traces)
        {
            if (trace is HeatmapTrace { ShowScale: true, IsImage: false } heat)
                return (heat.Scale, heat.Name);
            if (trace is ContourTrace { IsFilled: true } contour && contour.Levels is not { Count: 1 })
                return (contour.Scale, contour.Name);
        }
        return null;
    }

    private static List<string> DrawSeries(
        SvgBuilder svg, Frame frame, ChartPlan plan, List<(Trace Trace, SeriesStyle Style)> series)
    {
        var remarks = new List<string>();
        bool clips = plan.Chart.Layout.X.MinMax is not null || plan.Chart.Layout.Y.MinMax is not null;
        if (clips)
            OpenClip(svg, frame);
        var lines = new LineLayer(svg, frame);
        var bars = new BarLayer(svg, frame, plan);
        int lineCount = series.Count(s => s.Trace is LineTrace);
        int line = 0;
        bool isFirstHistogram = true;
        foreach ((Trace trace, SeriesStyle style) in series)
        {
            if (trace is LineTrace { Band: { } band } around)
                lines.DrawBand(around, band, style);
        }
        // Areas under lines under points, whatever the order in which they were combined.
        foreach ((Trace trace, SeriesStyle style) in series.OrderBy(s => Depth(s.Trace)))
        {
            switch (trace)
            {
                case HeatmapTrace heat:
                    remarks.AddRange(new HeatLayer(svg, frame).Draw(heat));
                    break;
                case ContourTrace contour:
                    new ContourLayer(svg, frame, plan.Chart.Layout.Notes).Draw(contour);
                    break;
                case BarTrace bar:
                    bars.DrawBars(bar, style);
                    break;
                case HistogramTrace histogram:
                    bars.DrawHistogram(histogram, style, isFirstHistogram);
                    isFirstHistogram = false;
                    break;
                case BoxTrace boxes:
                    new BoxLayer(svg, frame, plan).Draw(boxes, style);
                    break;
                case LineTrace data:
                    lines.DrawLine(data, style, line++, lineCount == 1);
                    break;
                case PointTrace points:
                    lines.DrawPoints(points, style);
                    break;
            }
        }
        if (clips)
            svg.Add(new Html("</g>"));
        return remarks;
    }

    private static void OpenClip(SvgBuilder svg, Frame frame)
    {
        Html id = svg.OwnId("clip");
        string box = TextView.Invariant(
            $"x=\"{frame.Left:0.#}\" y=\"{frame.Top:0.#}\" width=\"{frame.Width:0.#}\" height=\"{frame.Height:0.#}\"");
        svg.Add(new Html($"<clipPath id=\"{id}\"><rect {box}/></clipPath><g clip-path=\"url(#{id})\">"));
    }

    private static void DrawNotes(SvgBuilder svg, Frame frame, Chart chart)
    {
        foreach (Note note in chart.Layout.Notes)
        {
            if (!frame.Shows(note.X, note.Y))
                continue;
            double x = frame.X.At(note.X);
            double y = frame.Y.At(note.Y);
            double half = TextWidth.Of(note.Text) / 2;
            svg.Circle(x, y, 4, new Ink("dot", "fill=\"#fff\" stroke=\"#333\" stroke-width=\"2\""));
            double middle = Math.Clamp(x, half + 2, Math.Max(half + 2, svg.Width - half - 2));
            double above = y - 9 < frame.Top + 8 ? y + 18 : y - 9;
            svg.Text(middle, above, note.Text, new Ink("s b halo", ""), "middle");
        }
    }

    private static bool InLegend(Trace trace, bool linesAtEnds) => trace switch
    {
        { Name: null or "" } => false,
        LineTrace => !linesAtEnds,
        PointTrace or BarTrace or HistogramTrace => true,
        // One box alone has its name under it.
        BoxTrace boxes => boxes.Keys is not [var only] || only != boxes.Name,
        _ => false,
    };

    private static int Depth(Trace trace) => trace switch
    {
        HeatmapTrace => 0,
        ContourTrace => 1,
        BarTrace or HistogramTrace or BoxTrace => 2,
        LineTrace => 3,
        _ => 4,
    };
}
