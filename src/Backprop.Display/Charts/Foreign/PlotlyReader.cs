using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Display;

/// <summary>
/// From Plotly's JSON to a chart of ours: lines, points, bars, histograms, boxes, heat maps, contours, surfaces;
/// titles, axes and their limits. Colours and fonts are ours.
/// </summary>
internal static partial class PlotlyReader
{
    /// <summary>The chart, null where no trace could be read, and the traces that could not.</summary>
    public static (Chart? Chart, IReadOnlyList<JsonObject> Unread) Read(JsonObject figure)
    {
        var unread = new List<JsonObject>();
        var read = new List<(string Axes, Chart Chart)>();
        foreach (JsonObject trace in (figure["data"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (TryRead(trace) is { } chart)
                read.Add(($"{Axis(trace, "x")},{Axis(trace, "y")}", chart));
            else
                unread.Add(trace);
        }
        if (read.Count == 0)
            return (null, unread);

        Chart[] panels =
            [.. read.GroupBy(r => r.Axes).Select(g => WithAxes(Combined(g.Select(r => r.Chart)), figure, g.Key))];
        Chart whole = panels.Length == 1 ? panels[0] : Chart.Grid(panels);
        return (TitleOf(figure) is { } title ? whole.WithTitle(title) : whole, unread);
    }

    /// <summary>What kind of trace it is.</summary>
    public static string KindOf(JsonObject trace) => TextOf(trace["type"]) ?? "scatter";

    /// <summary>Its name, or an empty string.</summary>
    public static string NameOf(JsonObject trace) => TextOf(trace["name"]) ?? "";

    /// <summary>The title of a figure, or null.</summary>
    public static string? TitleOf(JsonObject figure) => TitleIn(figure["layout"]);

    private static Chart Combined(IEnumerable<Chart> charts)
    {
        Chart[] all = [.. charts];
        // A surface stands alone.
        bool inSpace = all.Length > 1 && Array.Exists(all, c => c.Traces is [SurfaceTrace]);
        return inSpace ? Chart.Grid(all) : Chart.Combine(all);
    }

    private static Chart? TryRead(JsonObject trace)
    {
        try
        {
            return Make(trace, TextOf(trace["name"]));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Chart? Make(JsonObject trace, string? name) => KindOf(trace) switch
    {
        "scatter" or "scattergl" => Scatter(trace, name),
        "bar" => Bar(trace, name),
        "histogram" when Numbers(trace["x"]) is { } x => Chart.Histogram(x, name, CountOf(trace["nbinsx"])),
        "box" when Numbers(trace["y"]) is { } y => Items(trace["x"]) is { } keys
            ? Chart.BoxPlot(keys, y, name)
            : Chart.BoxPlot(y, name),
        "heatmap" when Rows(trace["z"]) is { } z => Placed(z, trace, Chart.Heatmap(z, name),
            (x, y) => Chart.Heatmap(z, x, y, name), (x, y) => Chart.Heatmap(z, x, y, name)),
        "contour" when Rows(trace["z"]) is { } z => Chart.Contour(
            Matrix(z), Along(trace["x"], z[0].Length), Along(trace["y"], z.Length), name, Filled: true),
        "surface" when Rows(trace["z"]) is { } z => Chart.Surface(
            z, Along(trace["x"], z[0].Length), Along(trace["y"], z.Length), name),
        _ => null,
    };

    private static Chart? Scatter(JsonObject trace, string? name)
    {
        if (Numbers(trace["y"]) is not { } y)
            return null;
        string mode = TextOf(trace["mode"]) ?? (y.Length < 20 ? "lines+markers" : "lines");
        bool isArea = TextOf(trace["fill"]) == "tozeroy";
        bool isPoints = !mode.Contains("lines", StringComparison.Ordinal);
        bool isMarked = mode.Contains("markers", StringComparison.Ordinal);
        string[]? texts = mode.Contains("text", StringComparison.Ordinal) ? Items(trace["text"]) : null;
        if (Numbers(trace["x"]) is { } x)
        {
            return isPoints ? Chart.Point(x, y, name, texts)
                : isArea ? Chart.Area(x, y, name)
                : Chart.Line(x, y, name, isMarked);
        }
        string[] keys = Items(trace["x"]) ?? [.. Enumerable.Range(0, y.Length).Select(i => TextView.Scalar(i))];
        return isPoints ? Chart.Point(keys, y, name, texts)
            : isArea ? Chart.Area(keys, y, name)
            : Chart.Line(keys, y, name, isMarked);
    }

    private static Chart? Bar(JsonObject trace, string? name)
    {
        bool isHorizontal = TextOf(trace["orientation"]) == "h";
        if (Numbers(trace[isHorizontal ? "x" : "y"]) is not { } values)
            return null;
        string[] keys = Items(trace[isHorizontal ? "y" : "x"])
            ?? [.. Enumerable.Range(0, values.Length).Select(i => TextView.Scalar(i))];
        return isHorizontal ? Chart.Bar(values, keys, name) : Chart.Column(values, keys, name);
    }

    private static Chart Placed(
        double[][] z,
        JsonObject trace,
        Chart plain,
        Func<double[], double[], Chart> byNumber,
        Func<string[], string[], Chart> byName)
    {
        if (trace["x"] is null && trace["y"] is null)
            return plain;
        int columns = z.Length == 0 ? 0 : z[0].Length;
        return Numbers(trace["x"]) is { } x && Numbers(trace["y"]) is { } y
            ? byNumber(x, y)
            : byName(
                Items(trace["x"]) ?? [.. Enumerable.Range(0, columns).Select(i => TextView.Scalar(i))],
                Items(trace["y"]) ?? [.. Enumerable.Range(0, z.Length).Select(i => TextView.Scalar(i))]);
    }

    private static Chart WithAxes(Chart chart, JsonObject figure, string axes)
    {
        string[] names = axes.Split(',');
        (string? Title, (double, double)? Limits, bool Log) x = AxisIn(figure, names[0]);
        (string? Title, (double, double)? Limits, bool Log) y = AxisIn(figure, names[1]);
        return chart.WithXAxisStyle(x.Title, x.Limits, x.Log).WithYAxisStyle(y.Title, y.Limits, y.Log);
    }

    private static (string? Title, (double, double)? Limits, bool Log) AxisIn(JsonObject figure, string name)
    {
        JsonNode? axis = (figure["layout"] as JsonObject)?[name.Insert(1, "axis")];
        if (axis is not JsonObject style)
            return default;
        bool isLog = TextOf(style["type"]) == "log";
        (double, double)? limits = Numbers(style["range"]) is [var from, var to] && from < to
            ? isLog ? (Math.Pow(10, from), Math.Pow(10, to)) : (from, to)
            : null;
        return (TitleIn(style), limits, isLog);
    }

    // "x2" of a trace is "xaxis2" of the layout.
    private static string Axis(JsonObject trace, string name) =>
        TextOf(trace[name + "axis"]) is { Length: > 0 } axis && axis.StartsWith(name, StringComparison.Ordinal)
            ? axis
            : name;

    private static string? TitleIn(JsonNode? owner)
    {
        JsonNode? title = (owner as JsonObject)?["title"];
        string? text = TextOf(title is JsonObject inner ? inner["text"] : title);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    // Plotly reads a few tags in texts; here they are left out.
    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? Tag().Replace(text, "") : null;

    private static int? CountOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int count) && count > 0 ? count : null;

    // Null where there is anything else than numbers and gaps.
    private static double[]? Numbers(JsonNode? node)
    {
        if (node is not JsonArray items || items.Count == 0)
            return null;
        bool areNumbers = items.All(i => i is null || i.GetValueKind() == JsonValueKind.Number);
        return areNumbers ? [.. items.Select(i => i?.GetValue<double>() ?? double.NaN)] : null;
    }

    private static string[]? Items(JsonNode? node) =>
        node is JsonArray items ? [.. items.Select(i => TextOf(i) ?? i?.ToJsonString() ?? "")] : null;

    private static double[][]? Rows(JsonNode? node)
    {
        double[][] rows = [.. (node as JsonArray ?? []).Select(Numbers).OfType<double[]>()];
        return rows.Length > 0 && rows.Length == ((JsonArray)node!).Count ? rows : null;
    }

    private static double[,] Matrix(double[][] rows)
    {
        var matrix = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length)
                throw new ArgumentException("Rows are not equally long.");
            for (int j = 0; j < rows[i].Length; j++)
                matrix[i, j] = rows[i][j];
        }
        return matrix;
    }

    private static double[] Along(JsonNode? node, int count) => Numbers(node) ?? Series.Counting(count).Values;

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
