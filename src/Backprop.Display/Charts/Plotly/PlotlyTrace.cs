using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>One series as Plotly's JSON.</summary>
internal static class PlotlyTrace
{
    private const int MostPoints = 2000;

    /// <summary>The traces that stand for one series, the one with its name last.</summary>
    /// <param name="trace">The series.</param>
    /// <param name="plan">The chart.</param>
    /// <param name="style">Its look.</param>
    /// <param name="sharers">How many series share the budget of one figure.</param>
    public static IEnumerable<JsonObject> Of(Trace trace, ChartPlan plan, PlotlyFigure.Style style, int sharers)
    {
        List<JsonObject> result = trace switch
        {
            LineTrace line => [.. Line(line, plan, style, sharers)],
            PointTrace points => [Points(points, plan, style, sharers)],
            BarTrace bars => [Bars(bars, style)],
            HistogramTrace histogram => [Histogram(histogram, plan, style)],
            BoxTrace boxes => [Boxes(boxes, style)],
            _ => [.. PlotlyCells.Of(trace, sharers)],
        };
        if (trace.Name is { } name)
            result[^1]["name"] = PlotlyFigure.PlotlyText(name);
        return result;
    }

    private static IEnumerable<JsonObject> Line(LineTrace line, ChartPlan plan, PlotlyFigure.Style style, int sharers)
    {
        int[] kept = Kept(line.Y.Values, MostPoints / sharers);
        if (line.Band is { IsToZero: false } band)
            yield return Around(line, band, plan, style, kept);
        var result = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = line.ShowMarkers || line.Y.Count == 1 ? "lines+markers" : "lines",
            ["x"] = Positions(line.X, kept, plan.X),
            ["y"] = Numbers(kept.Select(i => line.Y.Values[i])),
            ["line"] = new JsonObject { ["color"] = style.Color, ["dash"] = style.Dash, ["width"] = 2 },
            ["marker"] = new JsonObject { ["symbol"] = style.Symbol },
        };
        if (line.Band is { IsToZero: true })
        {
            result["fill"] = "tozeroy";
            result["fillcolor"] = Clear(style.Color);
        }
        yield return result;
    }

    // There along the upper edge, back along the lower one.
    private static JsonObject Around(
        LineTrace line, Band band, ChartPlan plan, PlotlyFigure.Style style, int[] kept)
    {
        int[] all =
            [.. kept.Where(i => double.IsFinite(band.Lower.Values[i]) && double.IsFinite(band.Upper.Values[i]))];
        int[] back = [.. all.Reverse()];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = Positions(line.X, [.. all, .. back], plan.X),
            ["y"] = Numbers(all.Select(i => band.Upper.Values[i]).Concat(back.Select(i => band.Lower.Values[i]))),
            ["fill"] = "toself",
            ["fillcolor"] = Clear(style.Color),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = style.Color },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    // The figures themselves, so that the boxes are those of the static drawing.
    private static JsonObject Boxes(BoxTrace boxes, PlotlyFigure.Style style)
    {
        BoxFigures[] figures = [.. boxes.Values.Select(BoxFigures.Of)];
        int most = Math.Max(1, MostPoints / Math.Max(1, figures.Length));
        return new JsonObject
        {
            ["type"] = "box",
            ["x"] = Strings(boxes.Keys),
            ["q1"] = Numbers(figures.Select(f => f.Lower)),
            ["median"] = Numbers(figures.Select(f => f.Median)),
            ["q3"] = Numbers(figures.Select(f => f.Upper)),
            ["lowerfence"] = Numbers(figures.Select(f => f.LowerWhisker)),
            ["upperfence"] = Numbers(figures.Select(f => f.UpperWhisker)),
            ["y"] = new JsonArray([.. figures.Select(f => (JsonNode?)Beyond(f, most))]),
            ["boxpoints"] = "outliers",
            ["line"] = new JsonObject { ["color"] = style.Color },
            ["fillcolor"] = Clear(style.Color),
            ["marker"] = new JsonObject { ["color"] = style.Color, ["symbol"] = style.Symbol },
        };
    }

    private static JsonObject Points(PointTrace points, ChartPlan plan, PlotlyFigure.Style style, int sharers)
    {
        int most = Math.Max(200, MostPoints / sharers);
        int every = Math.Max(1, (points.Y.Count + most - 1) / most);
        int[] kept = [.. Enumerable.Range(0, points.Y.Count).Where(i => i % every == 0)];
        var result = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = Positions(points.X, kept, plan.X),
            ["y"] = Numbers(kept.Select(i => points.Y.Values[i])),
            ["marker"] = new JsonObject
            {
                ["color"] = style.Color,
                ["symbol"] = style.Symbol,
                ["size"] = 9,
                // Keeps neighbours apart, and points from a ground of their colour.
                ["line"] = new JsonObject { ["color"] = "rgba(255,255,255,.85)", ["width"] = 1 },
            },
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

    // An empty list of points would hide the box: its median takes their place, and lies under the line.
    private static JsonArray Beyond(BoxFigures figures, int most) =>
        figures.Outliers.Count == 0
            ? Numbers([figures.Median])
            : Numbers(ChartTable.Spread(figures.Outliers.Count, most).Select(i => figures.Outliers[i]));

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

    /// <summary>Numbers; JSON has no NaN: a gap is null.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) =>
        new([.. values.Select(v => double.IsFinite(v) ? (JsonNode?)JsonValue.Create(v) : null)]);

    /// <summary>Texts, as Plotly must get them.</summary>
    public static JsonArray Strings(IEnumerable<string> values) =>
        new([.. values.Select(v => (JsonNode?)JsonValue.Create(PlotlyFigure.PlotlyText(v)))]);

    // #rrggbb with the opacity of an area.
    private static string Clear(string color) => color + "30";
}
