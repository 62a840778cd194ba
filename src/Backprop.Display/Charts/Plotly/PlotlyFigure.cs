using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// A chart as Plotly's JSON: <c>data</c>, <c>layout</c>, <c>config</c>. Colours are in the middle between light and
/// dark, backgrounds are transparent, so that the same figure serves both.
/// </summary>
internal static class PlotlyFigure
{
    internal const string Text = "#7b8390";
    private const string Lines = "rgba(128,136,150,.3)";
    private static readonly string[] Colors = ["#1f83d6", "#d9641e", "#0a9a7a", "#b65fa2", "#948200"];
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash"];
    private static readonly string[] Symbols = ["circle", "square", "triangle-up", "diamond", "x"];

    /// <param name="chart">The chart; of frames the last one.</param>
    /// <param name="sharers">How many charts share the budget of one output.</param>
    public static JsonObject Of(Chart chart, int sharers = 1)
    {
        if (chart.Panels is FramePanels frames)
        {
            Chart last = ChartText.Named(frames);
            return Of(chart.Layout.Title is { } title ? last.WithTitle($"{title}: {last.Layout.Title}") : last);
        }
        if (chart.Panels is GridPanels grid)
            return PlotlyGrid.Of(chart, grid);
        ChartPlan plan = ChartPlan.Of(chart);
        int count = chart.Traces.Count * sharers;
        JsonNode?[] data =
            [.. chart.Traces.SelectMany((t, i) => PlotlyTrace.Of(t, plan, StyleOf(plan, i), count))];
        return new JsonObject
        {
            ["data"] = new JsonArray(data),
            ["layout"] = chart.Traces is [SurfaceTrace surface] ? InSpace(chart, surface) : Layout(chart, plan),
            ["config"] = Config(),
        };
    }

    /// <summary>How the figure behaves.</summary>
    internal static JsonObject Config() => new() { ["responsive"] = true, ["displaylogo"] = false };

    /// <summary>What all figures have: transparent grounds, the colour of text, title and size.</summary>
    internal static JsonObject Base(ChartLayout layout)
    {
        var result = new JsonObject
        {
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["font"] = new JsonObject { ["color"] = Text },
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = layout.Title is null ? 20 : 48, ["b"] = 48 },
        };
        if (layout.Title is { } title)
            result["title"] = new JsonObject { ["text"] = PlotlyText(title) };
        if (layout.Size is { } size)
            (result["width"], result["height"]) = (size.Width, size.Height);
        return result;
    }

    // The eye stands where the static drawing has it.
    private static JsonObject InSpace(Chart chart, SurfaceTrace surface)
    {
        JsonObject result = Base(chart.Layout);
        result["scene"] = new JsonObject
        {
            ["xaxis"] = Edge(chart.Layout.X.Title ?? ""),
            ["yaxis"] = Edge(chart.Layout.Y.Title ?? ""),
            ["zaxis"] = Edge(surface.Name ?? ""),
            ["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.1, ["y"] = -1.6, ["z"] = 1.0 } },
        };
        return result;
    }

    private static JsonObject Edge(string title) => new()
    {
        ["title"] = new JsonObject { ["text"] = PlotlyText(title) },
        ["gridcolor"] = Lines,
        ["zerolinecolor"] = Lines,
    };

    internal sealed record Style(string Color, string Dash, string Symbol);

    private static Style StyleOf(ChartPlan plan, int index)
    {
        SeriesStyle style = plan.Styles[index];
        string color = style.Line.Class switch
        {
            "lv" => Colors[0],
            "lg" => Colors[1],
            "ll" => "#cf3f80",
            "ln" => "#8d4fa8",
            "lp" => "#2c9658",
            _ => Colors[style.Line.Class[^1] - '1'],
        };
        bool isRole = style.Line.Class.Length == 2;
        bool dashed = style.Line.Attributes.Contains("dasharray", StringComparison.Ordinal);
        string dash = !dashed ? "solid" : isRole ? "dash" : Dashes[Math.Max(1, index % Dashes.Length)];
        return new Style(color, dash, Symbols[(int)style.Marker]);
    }

    private static JsonObject Layout(Chart chart, ChartPlan plan)
    {
        ChartLayout layout = chart.Layout;
        JsonObject result = Base(layout);
        bool isNamed = chart.Traces.Any(t => t.Name is not null and not "") && chart.Traces.Count > 1;
        result["showlegend"] = isNamed && layout.Legend != false;
        bool isMap = chart.Traces.Any(t => t is HeatmapTrace or ContourTrace);
        result["xaxis"] = Axis(layout.X, plan.X, plan.Bars.AreHorizontal && !isMap);
        result["yaxis"] = Axis(layout.Y, plan.Y, !plan.Bars.AreHorizontal && !isMap);
        if (chart.Traces.Any(t => t is ContourTrace { Levels.Count: > 1 }))
        {
            // Its lines alone may not reach the edges.
            result["xaxis"]!["range"] ??= Range(plan.X);
            result["yaxis"]!["range"] ??= Range(plan.Y);
        }
        if (chart.Traces.Any(t => t is HeatmapTrace { IsImage: true }))
            (result["yaxis"]!["scaleanchor"], result["yaxis"]!["constrain"]) = ("x", "domain");
        if (chart.Traces.OfType<HistogramTrace>().Skip(1).Any())
            result["barmode"] = "overlay";
        if (chart.Traces.OfType<BoxTrace>().Skip(1).Any())
            result["boxmode"] = "group";
        JsonNode?[] shapes = [.. layout.Zones.Select(PlotlyMarks.Shape), .. layout.Guides.Select(PlotlyMarks.Shape)];
        JsonNode?[] notes =
        [
            .. layout.Guides.Where(g => g.Text.Length > 0).Select(PlotlyMarks.Name),
            .. layout.Zones.Where(z => z.Text.Length > 0).Select(PlotlyMarks.Name),
            .. layout.Notes.Select(PlotlyMarks.Annotation),
        ];
        if (shapes.Length > 0)
            result["shapes"] = new JsonArray(shapes);
        if (notes.Length > 0)
            result["annotations"] = new JsonArray(notes);
        return result;
    }

    private static JsonObject Axis(AxisStyle style, AxisPlan plan, bool withGrid)
    {
        var axis = new JsonObject { ["gridcolor"] = Lines, ["zerolinecolor"] = Text };
        axis["showgrid"] = withGrid;
        axis["zeroline"] = withGrid;
        if (!style.Visible)
            axis["visible"] = false;
        if (style.Title is { } title)
            axis["title"] = new JsonObject { ["text"] = PlotlyText(title) };
        if (style.Log)
            axis["type"] = "log";
        else if (plan.Categories is not null)
            axis["type"] = "category";
        if (style.MinMax is not null)
            axis["range"] = Range(plan);
        else if (plan.IsFlipped)
            axis["autorange"] = "reversed";
        else if (plan.Min == 0 && !style.Log)
            axis["rangemode"] = "tozero";
        return axis;
    }

    private static JsonArray Range(AxisPlan plan) =>
        plan.IsLog ? [Math.Log10(plan.Min), Math.Log10(plan.Max)] : [plan.Min, plan.Max];

    /// <summary>Text as Plotly must get it: it reads tags such as b and a in labels.</summary>
    internal static string PlotlyText(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
