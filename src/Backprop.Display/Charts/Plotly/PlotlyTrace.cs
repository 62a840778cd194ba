using System.Globalization;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>One series as Plotly's JSON.</summary>
internal static class PlotlyTrace
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private const int MostPoints = 2000;
    private const int MostCells = 10_000;

    public static JsonObject Of(Trace trace, ChartPlan plan, PlotlyFigure.Style style, int traces)
    {
        JsonObject result = trace switch
        {
            LineTrace line => Line(line, plan, style, traces),
            PointTrace points => Points(points, plan, style, traces),
            BarTrace bars => Bars(bars, style),
            HistogramTrace histogram => Histogram(histogram, plan, style),
            HeatmapTrace heat => Heat(heat),
            ContourTrace contour => Contour(contour),
            _ => throw new ArgumentOutOfRangeException(nameof(trace)),
        };
        if (trace.Name is { } name)
            result["name"] = PlotlyFigure.PlotlyText(name);
        return result;
    }

    private static JsonObject Line(LineTrace line, ChartPlan plan, PlotlyFigure.Style style, int traces)
    {
        int[] kept = Kept(line.Y.Values, MostPoints / traces);
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = line.ShowMarkers || line.Y.Count == 1 ? "lines+markers" : "lines",
            ["x"] = Positions(line.X, kept, plan.X),
            ["y"] = Numbers(kept.Select(i => line.Y.Values[i])),
            ["line"] = new JsonObject { ["color"] = style.Color, ["dash"] = style.Dash, ["width"] = 2 },
            ["marker"] = new JsonObject { ["symbol"] = style.Symbol },
        };
    }

    private static JsonObject Points(PointTrace points, ChartPlan plan, PlotlyFigure.Style style, int traces)
    {
        int most = Math.Max(200, MostPoints / traces);
        int every = Math.Max(1, (points.Y.Count + most - 1) / most);
        int[] kept = [.. Enumerable.Range(0, points.Y.Count).Where(i => i % every == 0)];
        var result = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = Positions(points.X, kept, plan.X),
            ["y"] = Numbers(kept.Select(i => points.Y.Values[i])),
            ["marker"] = new JsonObject { ["color"] = style.Color, ["symbol"] = style.Symbol, ["size"] = 8 },
        };
        if (points.Labels is { } labels)
            result["text"] = Strings(kept.Select(i => labels[i]));
        return result;
    }

    private static JsonObject Bars(BarTrace bars, PlotlyFigure.Style style) => new()
    {
        ["type"] = "bar",
        ["orientation"] = bars.IsHorizontal ? "h" : "v",
        [bars.IsHorizontal ? "y" : "x"] = Strings(bars.Keys),
        [bars.IsHorizontal ? "x" : "y"] = Numbers(bars.Values),
        ["marker"] = new JsonObject { ["color"] = style.Color },
    };

    // As bars, so that the bins are those of the static drawing.
    private static JsonObject Histogram(HistogramTrace histogram, ChartPlan plan, PlotlyFigure.Style style)
    {
        Bins bins = plan.Bins!;
        return new JsonObject
        {
            ["type"] = "bar",
            ["x"] = Numbers(Enumerable.Range(0, bins.Count).Select(i => bins.Edge(i) + (bins.Width / 2))),
            ["y"] = Numbers(bins.CountIn(histogram.Values).Select(c => (double)c)),
            ["width"] = bins.Width,
            ["opacity"] = 0.7,
            ["marker"] = new JsonObject { ["color"] = style.Color },
        };
    }

    private static JsonObject Heat(HeatmapTrace heat)
    {
        HeatScale scale = HeatScale.For(heat.Z.All);
        JsonObject result = OnGrid("heatmap", heat.Z, heat.X, heat.Y);
        result["zmin"] = scale.Min;
        result["zmax"] = scale.High;
        result["colorscale"] = scale.IsSigned
            ? Scale((0, "#8d4fa8"), (0.5, "rgba(128,128,128,.06)"), (1, "#2c9658"))
            : Scale((0, "rgba(43,127,196,.06)"), (1, "#2b7fc4"));
        return result;
    }

    private static JsonObject Contour(ContourTrace contour)
    {
        JsonObject result = OnGrid("contour", contour.Z, contour.X, contour.Y);
        result["contours"] = new JsonObject { ["coloring"] = "lines", ["showlabels"] = true };
        result["colorscale"] = Scale((0, "#93bee4"), (1, "#2b7fc4"));
        result["showscale"] = false;
        return result;
    }

    private static JsonObject OnGrid(string type, Grid grid, Series? x, Series? y)
    {
        // Very many cells: every second, third … row and column.
        int every = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(grid.Rows * (double)grid.Columns / MostCells)));
        int[] rows = [.. Enumerable.Range(0, grid.Rows).Where(i => i % every == 0)];
        int[] columns = [.. Enumerable.Range(0, grid.Columns).Where(j => j % every == 0)];
        return new JsonObject
        {
            ["type"] = type,
            ["z"] = new JsonArray([.. rows.Select(i => (JsonNode?)Numbers(columns.Select(j => Short(grid[i, j]))))]),
            ["x"] = Along(x, columns),
            ["y"] = Along(y, rows),
        };
    }

    private static JsonArray Along(Series? series, int[] kept) =>
        series?.Labels is { } labels
            ? Strings(kept.Select(i => labels[i]))
            : Numbers(kept.Select(i => series?.Values[i] ?? i));

    private static JsonArray Positions(Series series, int[] kept, AxisPlan axis) =>
        axis.Categories is { } labels
            ? Strings(kept.Select(i => series.Labels?[i] ?? CategoryAt(labels, series.Values[i])))
            : Numbers(kept.Select(i => series.Values[i]));

    private static string CategoryAt(IReadOnlyList<string> labels, double value) =>
        value >= 0 && value < labels.Count ? labels[(int)value] : NumberText.Significant(value);

    // Of each run of points its lowest and highest, in their order: peaks stay.
    private static int[] Kept(double[] values, int most)
    {
        if (values.Length <= most)
            return [.. Enumerable.Range(0, values.Length)];
        int size = (int)Math.Ceiling(values.Length / (most / 2.0));
        var kept = new SortedSet<int> { 0, values.Length - 1 };
        for (int start = 0; start < values.Length; start += size)
        {
            int[] run = [.. Enumerable.Range(start, Math.Min(size, values.Length - start))];
            kept.Add(run.MinBy(i => values[i]));
            kept.Add(run.MaxBy(i => values[i]));
        }
        return [.. kept];
    }

    // Cells are seen, not read: five digits are enough, and a third of the text.
    private static double Short(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("E4", Invariant), Invariant) : value;

    // JSON has no NaN: a gap is null.
    private static JsonArray Numbers(IEnumerable<double> values) =>
        new([.. values.Select(v => double.IsFinite(v) ? (JsonNode?)JsonValue.Create(v) : null)]);

    private static JsonArray Strings(IEnumerable<string> values) =>
        new([.. values.Select(v => (JsonNode?)JsonValue.Create(PlotlyFigure.PlotlyText(v)))]);

    private static JsonArray Scale(params (double At, string Color)[] stops) =>
        new([.. stops.Select(s => (JsonNode?)new JsonArray(s.At, s.Color))]);
}
