using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>Lines, zones and texts over a figure as Plotly's JSON.</summary>
internal static class PlotlyMarks
{
    /// <summary>A line across the whole figure.</summary>
    public static JsonObject Shape(Guide guide)
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
            ["line"] = new JsonObject { ["color"] = PlotlyFigure.Text, ["dash"] = "dot", ["width"] = 1 },
        };
    }

    /// <summary>Its name, at its end.</summary>
    public static JsonObject Name(Guide guide)
    {
        (string along, string across) = guide.IsVertical ? ("x", "y") : ("y", "x");
        return new JsonObject
        {
            ["text"] = PlotlyFigure.PlotlyText(guide.Text),
            ["showarrow"] = false,
            [across + "ref"] = "paper",
            [along] = guide.At,
            [across] = guide.IsVertical ? 1 : 0,
            [along + "anchor"] = guide.IsVertical ? "left" : "bottom",
            [across + "anchor"] = guide.IsVertical ? "top" : "left",
        };
    }

    /// <summary>Text at a point.</summary>
    public static JsonObject Annotation(Note note) =>
        new()
        {
            ["text"] = PlotlyFigure.PlotlyText(note.Text),
            ["x"] = note.X,
            ["y"] = note.Y,
            ["arrowcolor"] = PlotlyFigure.Text,
        };

    /// <summary>A zone across the whole figure.</summary>
    public static JsonObject Shape(Zone zone)
    {
        (string along, string across) = zone.IsVertical ? ("x", "y") : ("y", "x");
        return new JsonObject
        {
            ["type"] = "rect",
            ["layer"] = "below",
            [along + "ref"] = along,
            [across + "ref"] = "paper",
            [along + "0"] = zone.From,
            [along + "1"] = zone.To,
            [across + "0"] = 0,
            [across + "1"] = 1,
            ["fillcolor"] = "rgba(128,136,150,.18)",
            ["line"] = new JsonObject { ["width"] = 0 },
        };
    }

    /// <summary>Its name, at its upper edge.</summary>
    public static JsonObject Name(Zone zone) => new()
    {
        ["text"] = PlotlyFigure.PlotlyText(zone.Text),
        ["showarrow"] = false,
        [zone.IsVertical ? "yref" : "xref"] = "paper",
        ["x"] = zone.IsVertical ? (zone.From + zone.To) / 2 : 0,
        ["y"] = zone.IsVertical ? 1 : zone.To,
        ["xanchor"] = zone.IsVertical ? "center" : "left",
        ["yanchor"] = "top",
    };
}
