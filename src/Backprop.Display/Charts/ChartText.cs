namespace Backprop.Display;

/// <summary>A chart in words and numbers: what a console, a log or a screen reader gets.</summary>
internal static class ChartText
{
    private const int MaxSeries = 12;

    /// <summary>One line for each series, with a row of small blocks.</summary>
    public static string Of(Chart chart)
    {
        int name = chart.Traces.Take(MaxSeries).Select(t => Name(t).Length).DefaultIfEmpty(0).Max();
        IEnumerable<string> lines = chart.Traces.Take(MaxSeries).Select(t =>
            $"  {Name(t).PadRight(name)}  {Fact(t)}  {Blocks(t)}".TrimEnd());
        IEnumerable<string> more = chart.Traces.Count > MaxSeries
            ? [$"  and {chart.Traces.Count - MaxSeries} more series"]
            : [];
        return string.Join('\n', [Head(chart), .. lines, .. more]);
    }

    /// <summary>The same in sentences, for an <c>aria-label</c>.</summary>
    public static string Label(Chart chart)
    {
        IEnumerable<string> facts = chart.Traces.Take(MaxSeries)
            .Select(t => t.Name is null ? Fact(t) : $"{t.Name}: {Fact(t)}");
        return string.Join(". ", facts.Prepend(Head(chart))) + ".";
    }

    private static string Head(Chart chart)
    {
        string kinds = string.Join(", ", chart.Traces.Select(Kind).Distinct());
        string title = chart.Layout.Title ?? (kinds.Length == 0 ? "Empty chart" : kinds);
        string[] axes =
        [
            .. Axis("x", chart.Layout.X),
            .. Axis("y", chart.Layout.Y),
            .. chart.Layout.Guides.Where(g => g.Text.Length > 0).Select(Guide),
            .. chart.Layout.Notes.Select(n => n.Text),
        ];
        return axes.Length == 0 ? title : $"{title} ({string.Join("; ", axes)})";
    }

    // Most names of lines say where they are.
    private static string Guide(Guide guide) =>
        guide.Text.Any(char.IsDigit) ? guide.Text : $"{guide.Text} at {Number(guide.At)}";

    private static IEnumerable<string> Axis(string name, AxisStyle style)
    {
        string[] facts = [.. new[] { style.Title, style.Log ? "log" : null }.OfType<string>()];
        if (facts.Length > 0)
            yield return $"{name}: {string.Join(", ", facts)}";
    }

    private static string Name(Trace trace) => trace.Name ?? Kind(trace);

    private static string Kind(Trace trace) => trace switch
    {
        LineTrace => "line",
        PointTrace => "points",
        BarTrace => "bars",
        HistogramTrace => "histogram",
        HeatmapTrace => "heat map",
        _ => "contour",
    };

    private static string Fact(Trace trace) => trace switch
    {
        LineTrace line => LineFact(line),
        PointTrace points =>
            $"{Count(points.Y.Count, "point")}, x {Range(points.X.Values)}, y {Range(points.Y.Values)}",
        BarTrace bars => BarFact(bars),
        HistogramTrace histogram => $"{Count(histogram.Values.Count, "value")} {Range(histogram.Values)}",
        HeatmapTrace heat => $"{heat.Z.Rows} × {heat.Z.Columns} values {Range(heat.Z.All)}",
        ContourTrace contour => $"{contour.Z.Rows} × {contour.Z.Columns} heights {Range(contour.Z.All)}",
        _ => "",
    };

    private static string LineFact(LineTrace line)
    {
        int[] finite = [.. Enumerable.Range(0, line.Y.Count).Where(i => double.IsFinite(line.Y.Values[i]))];
        string count = Count(line.Y.Count, "point");
        if (finite.Length == 0)
            return count;
        double[] y = line.Y.Values;
        int low = finite.MinBy(i => y[i]);
        int high = finite.MaxBy(i => y[i]);
        string path = $"{count}, {Number(y[finite[0]])} → {Number(y[finite[^1]])}";
        return $"{path}, lowest {Number(y[low])} at {At(line.X, low)}, highest {Number(y[high])} at {At(line.X, high)}";
    }

    private static string BarFact(BarTrace bars)
    {
        if (bars.Values.Count == 0)
            return "no bars";
        if (bars.Values.Count <= 8)
            return string.Join(", ", bars.Keys.Zip(bars.Values, (k, v) => $"{TextView.Cut(k, 24)} {Number(v)}"));
        return $"{Count(bars.Values.Count, "bar")} {Range(bars.Values)}";
    }

    private static string Blocks(Trace trace) => trace switch
    {
        LineTrace line => Sparkline.Of(line.Y.Values),
        BarTrace bars => Sparkline.Of([.. bars.Values]),
        HistogramTrace histogram =>
            Sparkline.OfCounts(Bins.For(histogram.Values, histogram.Bins ?? 16).CountIn(histogram.Values)),
        _ => "",
    };

    private static string Range(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? "(none)" : $"from {Number(finite.Min())} to {Number(finite.Max())}";
    }

    private static string At(Series x, int index) => x.Labels?[index] ?? Number(x.Values[index]);

    private static string Number(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e9
            ? NumberText.Fixed(value, 0)
            : NumberText.Significant(value, 4);

    private static string Count(long count, string of) => $"{NumberText.Count(count)} {of}{(count == 1 ? "" : "s")}";
}
