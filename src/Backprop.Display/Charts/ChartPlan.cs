namespace Backprop.Display;

/// <summary>What a chart needs whatever its size: the axes, the looks of its series, bins and groups of bars.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Styles">One for each trace.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Bars">The keys of its bars.</param>
/// <param name="Bins">The bins that all its histograms share, or null.</param>
internal sealed record ChartPlan(
    Chart Chart, IReadOnlyList<SeriesStyle> Styles, AxisPlan X, AxisPlan Y, BarGroups Bars, Bins? Bins)
{
    private const int FewCells = 16;

    public static ChartPlan Of(Chart chart)
    {
        var bars = new BarGroups(chart.Traces.OfType<BarTrace>());
        List<HistogramTrace> histograms = [.. chart.Traces.OfType<HistogramTrace>()];
        Bins? bins = histograms.Count == 0
            ? null
            : Bins.For(histograms.SelectMany(h => h.Values), histograms.Find(h => h.Bins is not null)?.Bins);
        return new ChartPlan(
            chart, SeriesStyle.For(chart.Traces), XAxis(chart, bars, bins), YAxis(chart, bars, bins), bars, bins);
    }

    /// <summary>The edges between cells whose middles stand at these numbers.</summary>
    public static double[] Edges(Series? middles, int count)
    {
        double[]? at = middles is { Labels: null } ? middles.Values : null;
        if (at is null || count < 2)
        {
            double first = at is { Length: 1 } ? at[0] : 0;
            return [.. Enumerable.Range(0, count + 1).Select(i => first + i - 0.5)];
        }

        var edges = new double[count + 1];
        edges[0] = at[0] - ((at[1] - at[0]) / 2);
        for (int i = 1; i < count; i++)
            edges[i] = (at[i - 1] / 2) + (at[i] / 2);
        edges[count] = at[^1] + ((at[^1] - at[^2]) / 2);
        return edges;
    }

    private static AxisPlan XAxis(Chart chart, BarGroups bars, Bins? bins)
    {
        IEnumerable<double> values = chart.Traces.SelectMany(t => t switch
        {
            LineTrace line => line.X.Values,
            PointTrace points => points.X.Values,
            BarTrace bar => bar.IsHorizontal ? [0, .. bar.Values] : Around(bars.Keys.Count),
            HistogramTrace => [bins!.Edge(0), bins.Edge(bins.Count)],
            HeatmapTrace heat => Edges(heat.X, heat.Z.Columns),
            ContourTrace contour => contour.X.Values,
            BoxTrace => Around(BoxKeys(chart).Length),
            _ => (IEnumerable<double>)[],
        });
        IEnumerable<double> marked = [.. Guides(chart, vertical: true), .. chart.Layout.Notes.Select(n => n.X)];
        bool scattered = chart.Traces.Any(t => t is PointTrace) && !IsFilled(chart);
        bool isOfCells = (bars.Count > 0 && !bars.AreHorizontal)
            || chart.Traces.Any(t => t is BoxTrace)
            || chart.Traces.Any(t => t is HeatmapTrace { X: null or { Labels: not null } });
        AxisStyle style = isOfCells ? chart.Layout.X with { Log = false } : chart.Layout.X;
        double padding = scattered ? 0.03 : bars.AreHorizontal ? 0.05 : 0;
        (double min, double max) = Domain.Of(values.Concat(marked), style, padding, nearZero: bars.AreHorizontal);
        return new AxisPlan(min, max, style.Log, style.Title, XCategories(chart, bars), IsFlipped: false)
        {
            IsVisible = style.Visible,
        };
    }

    private static AxisPlan YAxis(Chart chart, BarGroups bars, Bins? bins)
    {
        IEnumerable<double> values = chart.Traces.SelectMany(t => t switch
        {
            LineTrace line => Heights(line),
            PointTrace points => points.Y.Values,
            BarTrace bar => bar.IsHorizontal ? Around(bars.Keys.Count) : [0, .. bar.Values],
            HistogramTrace histogram => [0, .. bins!.CountIn(histogram.Values).Select(c => (double)c)],
            HeatmapTrace heat => Edges(heat.Y, heat.Z.Rows),
            ContourTrace contour => contour.Y.Values,
            BoxTrace boxes => boxes.Values.SelectMany(v => v),
            _ => (IEnumerable<double>)[],
        });
        IEnumerable<double> marked = [.. Guides(chart, vertical: false), .. chart.Layout.Notes.Select(n => n.Y)];
        bool exact = IsFilled(chart) || bars.AreHorizontal;
        HeatmapTrace? heat = chart.Traces.OfType<HeatmapTrace>().FirstOrDefault();
        bool isMatrix = heat is { Y: null or { Labels: not null } };
        AxisStyle style = isMatrix || bars.AreHorizontal ? chart.Layout.Y with { Log = false } : chart.Layout.Y;
        (double min, double max) = Domain.Of(values.Concat(marked), style, exact ? 0 : 0.05, nearZero: !exact);
        IReadOnlyList<string>? ofRows = heat is null ? null : Indices(heat.Y, heat.Z.Rows);
        IReadOnlyList<string>? categories = bars.AreHorizontal ? bars.Keys : ofRows;
        return new AxisPlan(min, max, style.Log, style.Title, categories, IsFlipped: isMatrix || bars.AreHorizontal)
        {
            IsVisible = style.Visible,
        };
    }

    private static IReadOnlyList<string>? XCategories(Chart chart, BarGroups bars)
    {
        if (bars.Count > 0)
            return bars.AreHorizontal ? null : bars.Keys;
        if (BoxKeys(chart) is { Length: > 0 } boxes)
            return boxes;
        return chart.Traces
            .Select(t => t switch
            {
                LineTrace line => line.X.Labels,
                PointTrace points => points.X.Labels,
                HeatmapTrace heat => Indices(heat.X, heat.Z.Columns),
                _ => null,
            })
            .MaxBy(labels => labels?.Length ?? 0);
    }

    // The few rows and columns of a small matrix are all numbered.
    private static string[]? Indices(Series? series, int count)
    {
        if (series is not null || count > FewCells)
            return series?.Labels;
        return [.. Enumerable.Range(0, count).Select(i => TextView.Scalar(i))];
    }

    /// <summary>The keys of all boxes of a chart, each once, in their order.</summary>
    public static string[] BoxKeys(Chart chart) =>
        [.. chart.Traces.OfType<BoxTrace>().SelectMany(t => t.Keys).Distinct()];

    private static IEnumerable<double> Heights(LineTrace line) =>
        line.Band is { } band ? line.Y.Values.Concat(band.Lower.Values).Concat(band.Upper.Values) : line.Y.Values;

    private static bool IsFilled(Chart chart) => chart.Traces.Any(t => t is HeatmapTrace or ContourTrace);

    private static IEnumerable<double> Around(int count) => [-0.5, Math.Max(1, count) - 0.5];

    private static IEnumerable<double> Guides(Chart chart, bool vertical) =>
        chart.Layout.Guides.Where(g => g.IsVertical == vertical).Select(g => g.At);
}
