using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// A chart as Plotly's JSON: <c>data</c>, <c>layout</c>, <c>config</c>. Colours are in the middle between light and
/// dark, backgrounds are transparent, so that the same figure serves both.
/// </summary>
internal static class PlotlyFigure
{
    private const string Text = "#7b8390";
    private const string Lines = "rgba(128,136,150,.3)";
    private static readonly string[] Colors = ["#1f83d6", "#d9641e", "#0a9a7a", "#b65fa2", "#948200"];
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash"];
    private static readonly string[] Symbols = ["circle", "square", "triangle-up", "diamond", "x"];

    public static JsonObject Of(Chart chart)
    {
        ChartPlan plan = ChartPlan.Of(chart);
        int count = chart.Traces.Count;
        JsonNode?[] data =
            [.. chart.Traces.Select((t, i) => (JsonNode?)PlotlyTrace.Of(t, plan, StyleOf(plan, i), count))];
        return new JsonObject
        {
            ["data"] = new JsonArray(data),
            ["layout"] = Layout(chart, plan),
            ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
        };
    }

    internal sealed record Style(string Color, string Dash, string Symbol);

    private static Style StyleOf(ChartPlan plan, int index)
    {
        SeriesStyle style = plan.Styles[index];
        string color = style.Line.Class switch
        {
            "lv" => Colors[0],
            "lg" => Colors[1],
            "ll" => "#cf3f80",
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
        var result = new JsonObject
        {
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["font"] = new JsonObject { ["color"] = Text },
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = layout.Title is null ? 20 : 48, ["b"] = 48 },
            ["showlegend"] = chart.Traces.Any(t => t.Name is not null and not "") && chart.Traces.Count > 1,
            ["xaxis"] = Axis(layout.X, plan.X, plan.Bars.AreHorizontal),
            ["yaxis"] = Axis(layout.Y, plan.Y, !plan.Bars.AreHorizontal),
        };
        if (layout.Title is { } title)
            result["title"] = new JsonObject { ["text"] = PlotlyText(title) };
        if (layout.Size is { } size)
            (result["width"], result["height"]) = (size.Width, size.Height);
        if (chart.Traces.OfType<HistogramTrace>().Skip(1).Any())
            result["barmode"] = "overlay";
        JsonNode?[] shapes = [.. layout.Guides.Select(Shape)];
        JsonNode?[] notes =
            [.. layout.Guides.Where(g => g.Text.Length > 0).Select(Name), .. layout.Notes.Select(Annotation)];
        if (shapes.Length > 0)
            result["shapes"] = new JsonArray(shapes);
        if (notes.Length > 0)
            result["annotations"] = new JsonArray(notes);
        return result;
    }

    private static JsonObject Axis(AxisStyle style, AxisPlan plan, bool withGrid)
    {
        var axis = new JsonObject { ["gridcolor"] = Lines, ["zerolinecolor"] = Text, ["showgrid"] = withGrid };
        if (style.Title is { } title)
            axis["title"] = new JsonObject { ["text"] = PlotlyText(title) };
        if (style.Log)
            axis["type"] = "log";
        else if (plan.Categories is not null)
            axis["type"] = "category";
        if (style.MinMax is not null)
            axis["range"] = style.Log ? Pair(Math.Log10(plan.Min), Math.Log10(plan.Max)) : Pair(plan.Min, plan.Max);
        else if (plan.IsFlipped)
            axis["autorange"] = "reversed";
        else if (plan.Min == 0 && !style.Log)
            axis["rangemode"] = "tozero";
        return axis;
    }

    private static JsonArray Pair(double a, double b) => [a, b];

    private static JsonObject Shape(Guide guide)
    {
        (string along, string across) = guide.IsVertical ? ("x", "y") : ("y", "x");
        return new JsonObject
        {
            ["type"] = "line",
            [across + "ref"] = "paper",
            [along + "0"] = guide.At,
            [along + "1"] = guide.At,
            [across + "0"] = 0,
            [across + "1"] = 1,
            ["line"] = new JsonObject { ["color"] = Text, ["dash"] = "dot", ["width"] = 1 },
        };
    }

    private static JsonObject Name(Guide guide)
    {
        (string along, string across) = guide.IsVertical ? ("x", "y") : ("y", "x");
        return new JsonObject
        {
            ["text"] = PlotlyText(guide.Text),
            ["showarrow"] = false,
            [across + "ref"] = "paper",
            [along] = guide.At,
            [across] = guide.IsVertical ? 1 : 0,
            [along + "anchor"] = guide.IsVertical ? "left" : "bottom",
            [across + "anchor"] = guide.IsVertical ? "top" : "left",
        };
    }

    private static JsonObject Annotation(Note note) =>
        new() { ["text"] = PlotlyText(note.Text), ["x"] = note.X, ["y"] = note.Y, ["arrowcolor"] = Text };

    /// <summary>Text as Plotly must get it: it reads tags such as b and a in labels.</summary>
    internal static string PlotlyText(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
