namespace Backprop.Display;

/// <summary>Draws a chart at a given size: room for names, axes, then each series.</summary>
internal static class ChartDrawing
{
    private const double ShareForNames = 0.3;

    /// <summary>The drawing, and what a reader must know about it.</summary>
    public static (SvgBuilder Svg, IReadOnlyList<string> Remarks) Draw(Chart chart, double width, double height)
    {
        ChartPlan plan = ChartPlan.Of(chart);
        List<(Trace Trace, SeriesStyle Style)> series = [.. chart.Traces.Zip(plan.Styles)];
        double endWidth = EndLabels.Width(chart.Traces.OfType<LineTrace>());
        bool atEnds = endWidth <= width * ShareForNames && series.Count(s => s.Trace is LineTrace) <= 8;
        bool isHeat = chart.Traces.Any(t => t is HeatmapTrace);
        var legend = new Legend(series.Where(s => InLegend(s.Trace, atEnds)), width);
        HeatScale? key = isHeat ? HeatScale.For(chart.Traces.OfType<HeatmapTrace>().First().Z.All) : null;
        double above = legend.Height + (key is null ? 0 : ColorKey.Height);

        var svg = new SvgBuilder(width, height, ChartText.Label(chart));
        double beside = plan.Bars.AreHorizontal ? BarLayer.ValueRoom : atEnds ? endWidth : 0;
        Frame frame = Frame.For(plan, width, height, above, beside);
        if (plan.Bars.Count > 1)
            Hatch.Define(svg);
        legend.Draw(svg);
        if (key is not null)
            ColorKey.Draw(svg, key, frame.Right, legend.Height, chart.Traces.OfType<HeatmapTrace>().First().Name);
        var axes = new AxisDrawing(svg, frame, plan);
        axes.Draw(withGrid: !isHeat);
        List<string> remarks = [.. Remarks.Of(plan, frame)];
        remarks.AddRange(DrawSeries(svg, frame, plan, series));
        axes.DrawGuides();
        DrawNotes(svg, frame, chart);
        if (atEnds)
            EndLabels.Draw(
                svg, frame, series.Where(s => s.Trace is LineTrace).Select(s => ((LineTrace)s.Trace, s.Style)));
        return (svg, remarks);
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
        // Areas under lines under points, whatever the order in which they were combined.
        foreach ((Trace trace, SeriesStyle style) in series.OrderBy(s => Depth(s.Trace)))
        {
            switch (trace)
            {
                case HeatmapTrace heat:
                    remarks.AddRange(new HeatLayer(svg, frame).Draw(heat));
                    break;
                case ContourTrace contour:
                    new ContourLayer(svg, frame).Draw(contour);
                    break;
                case BarTrace bar:
                    bars.DrawBars(bar, style);
                    break;
                case HistogramTrace histogram:
                    bars.DrawHistogram(histogram, style, isFirstHistogram);
                    isFirstHistogram = false;
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
        Html id = SvgBuilder.Id(TextView.Invariant($"clip{svg.Width:0}"));
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
        _ => false,
    };

    private static int Depth(Trace trace) => trace switch
    {
        HeatmapTrace => 0,
        ContourTrace => 1,
        BarTrace or HistogramTrace => 2,
        LineTrace => 3,
        _ => 4,
    };
}
