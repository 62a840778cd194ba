using System.Globalization;
using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// Charts side by side as one Plotly figure: the figure of each with axes of its own (<c>x2</c>, <c>y2</c>), which lie
/// in their part of the page.
/// </summary>
internal static class PlotlyGrid
{
    private const double TitleRoom = 0.06;
    private const int RowHeight = 260;

    public static JsonObject Of(Chart chart, GridPanels grid)
    {
        JsonObject layout = PlotlyFigure.Base(chart.Layout);
        layout["showlegend"] = false;
        if (chart.Layout.Size is null)
            layout["height"] = (RowHeight * grid.Rows) + 60;
        var data = new JsonArray();
        var notes = new JsonArray();
        var shapes = new JsonArray();
        for (int i = 0; i < grid.Charts.Count; i++)
        {
            JsonObject figure = PlotlyFigure.Of(grid.Charts[i], grid.Charts.Count);
            string number = i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture);
            ((double, double) x, (double, double) y) = PlaceOf(grid, i);
            MoveTraces(figure, data, number);
            MoveAxes(figure, layout, number, x, y);
            MoveMarks(figure, "shapes", shapes, number);
            MoveMarks(figure, "annotations", notes, number);
            if (grid.Charts[i].Layout.Title is { } title)
                notes.Add(Heading(title, x, y.Item2));
        }
        layout["shapes"] = shapes;
        layout["annotations"] = notes;
        return new JsonObject { ["data"] = data, ["layout"] = layout, ["config"] = PlotlyFigure.Config() };
    }

    private static ((double From, double To) X, (double From, double To) Y) PlaceOf(GridPanels grid, int index)
    {
        double width = 1.0 / grid.Columns;
        double height = 1.0 / grid.Rows;
        double left = index % grid.Columns * width;
        double bottom = 1 - ((index / grid.Columns) + 1) * height;
        // Room for the numbers at the axes, and for the heading.
        double gapX = grid.Columns > 1 ? width * 0.16 : 0;
        double gapY = grid.Rows > 1 ? height * 0.2 : 0;
        return ((Round(left + (gapX / 2)), Round(left + width - (gapX / 2))),
            (Round(bottom + gapY), Round(bottom + height - (TitleRoom * height))));
    }

    private static double Round(double value) => Math.Clamp(Math.Round(value, 4), 0, 1);

    private static void MoveTraces(JsonObject figure, JsonArray data, string number)
    {
        foreach (JsonNode? node in figure["data"]!.AsArray().ToList())
        {
            JsonObject trace = node!.AsObject();
            figure["data"]!.AsArray().Remove(trace);
            if ((string?)trace["type"] == "surface")
            {
                trace["scene"] = "scene" + number;
                trace["showscale"] = false;
            }
            else
            {
                trace["xaxis"] = "x" + number;
                trace["yaxis"] = "y" + number;
            }
            // One strip of colours for each chart would stand over the next one.
            if (trace.ContainsKey("colorscale"))
                trace["showscale"] = false;
            data.Add(trace);
        }
    }

    private static void MoveAxes(
        JsonObject figure, JsonObject layout, string number, (double From, double To) x, (double From, double To) y)
    {
        JsonObject from = figure["layout"]!.AsObject();
        if (from["scene"] is { } scene)
        {
            from.Remove("scene");
            scene["domain"] = new JsonObject { ["x"] = Pair(x), ["y"] = Pair(y) };
            layout["scene" + number] = scene;
            return;
        }
        foreach ((string axis, string other, (double, double) domain) in new[] { ("x", "y", x), ("y", "x", y) })
        {
            JsonObject style = from[axis + "axis"]!.AsObject();
            from.Remove(axis + "axis");
            style["domain"] = Pair(domain);
            style["anchor"] = other + number;
            if (style.ContainsKey("scaleanchor"))
                style["scaleanchor"] = other + number;
            layout[axis + "axis" + number] = style;
        }
    }

    // What referred to the only axes refers to this chart's; what spanned the page spans this chart.
    private static void MoveMarks(JsonObject figure, string name, JsonArray into, string number)
    {
        if (figure["layout"]![name] is not JsonArray marks)
            return;
        foreach (JsonNode? node in marks.ToList())
        {
            marks.Remove(node);
            foreach (string axis in new[] { "x", "y" })
            {
                bool spans = (string?)node![axis + "ref"] == "paper";
                node[axis + "ref"] = axis + number + (spans ? " domain" : "");
            }
            into.Add(node);
        }
    }

    private static JsonObject Heading(string title, (double From, double To) x, double top) => new()
    {
        ["text"] = PlotlyFigure.PlotlyText(title),
        ["showarrow"] = false,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["x"] = x.From,
        ["y"] = top,
        ["xanchor"] = "left",
        ["yanchor"] = "bottom",
    };

    private static JsonArray Pair((double From, double To) pair) => [pair.From, pair.To];
}
