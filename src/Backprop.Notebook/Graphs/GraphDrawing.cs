using System.Globalization;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>
/// A graph as SVG: values in blue on solid lines forward, gradients in orange on dashed lines backward, the local
/// derivative beside each edge. It shows the end of both passes; what belongs to a step has its class, so that
/// <see cref="Stepper"/> can hide it.
/// </summary>
internal sealed class GraphDrawing
{
    private const double Margin = 8;
    private const double LineDistance = 6;

    private readonly GraphView view;
    private readonly GraphSteps? steps;
    private readonly GraphLayout layout;
    private readonly SvgText svg = new();

    private GraphDrawing(GraphView view, GraphSteps? steps)
    {
        this.view = view;
        this.steps = steps;
        NodeBox[] boxes = [.. view.Shown.Nodes.Select(node => NodeBox.Of(view, node))];
        double width = Math.Clamp(boxes.Max(box => box.Width), NodeBox.Narrowest, NodeBox.Widest);
        (layout, HasAllLabels) = GraphLabels.Of(view).LayOut(width, [.. boxes.Select(box => box.Height)]);
        Svg = Draw(boxes);
    }

    /// <summary>The drawing, with words that say what is in it.</summary>
    public Svg Svg { get; }

    /// <summary>How wide it is by itself, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>False if the edges lie too close together for their texts.</summary>
    public bool HasAllLabels { get; }

    /// <summary>Draws a graph.</summary>
    public static GraphDrawing Of(GraphView view, GraphSteps? steps = null) => new(view, steps);

    private Svg Draw(NodeBox[] boxes)
    {
        IEnumerable<Rect> parts = layout.Boxes
            .Concat(layout.Labels.Select(label => label.Box))
            .Concat(layout.Routes.SelectMany(route => route.Samples()).Select(at => new Rect(at.X - 8, at.Y, 16, 0)));
        double left = parts.Min(part => part.Left) - Margin;
        double top = parts.Min(part => part.Top) - Margin;
        int width = Width = (int)Math.Ceiling(parts.Max(part => part.Right) + Margin - left);
        int height = (int)Math.Ceiling(parts.Max(part => part.Bottom) + Margin - top);

        string alt = GraphWords.Finding(view);
        svg.Add($"<svg viewBox=\"{left:0.#} {top:0.#} {width} {height}\" width=\"{width}\" height=\"{height}\" ");
        svg.Raw($"role=\"img\" aria-label=\"{Html.Escape(alt)}\" ");
        svg.Raw("font-family=\"system-ui,sans-serif\" font-size=\"12\" ");
        // Text never gets smaller than 10 px: below that the frame scrolls.
        svg.Add($"style=\"width:100%;min-width:{width * 0.91:0}px;max-width:{width * 1.15:0}px;margin:auto\">");
        Arrowhead();
        foreach (Route route in layout.Routes)
            Edge(route);
        foreach (EdgeLabel label in layout.Labels)
            Label(label);
        foreach (var (i, box) in boxes.Index())
            Node(box, i);
        svg.Raw("</svg>");
        return new Svg(svg.ToString(), alt);
    }

    private void Arrowhead() => svg.Raw(
        $"<defs><marker id=\"{Html.IdPrefix}f\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" "
        + "markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\">"
        + "<path d=\"M0 0L8 4 0 8z\" fill=\"context-stroke\"/></marker></defs>");

    private void Edge(Route route)
    {
        bool both = view.HasGradients;
        string used = Class("v", steps?.Forward(route.Edge.To));
        Line(
            both ? route.Beside(-LineDistance) : route,
            $"class=\"ax{used}\" stroke=\"#7b8390\" stroke-width=\"1.5\"", "end");
        if (!both)
            return;
        int? step = steps?.Crossing(route.Edge);
        string classes = $"lg dash{Class("a", step)}{Class("g", step)}";
        Line(
            route.Beside(LineDistance), $"class=\"{classes}\" stroke=\"#a34100\" stroke-dasharray=\"5 4\"", "start");
    }

    private void Line(Route route, string look, string arrow)
    {
        svg.Raw($"<path {look} fill=\"none\" d=\"");
        for (int i = 0; i < route.Bends.Count; i++)
        {
            Bend bend = route.Bends[i];
            // The arrow's tip stays three pixels away from the box.
            double from = bend.Start.Y + (arrow == "start" && i == 0 ? 3 : 0);
            double to = bend.End.Y - (arrow == "end" && i == route.Bends.Count - 1 ? 3 : 0);
            svg.Raw(i == 0 ? "M" : "L");
            svg.Add($"{bend.Start.X:0.#} {from:0.#}");
            if (Math.Abs(bend.Start.X - bend.End.X) < 0.5)
            {
                svg.Add($"L{bend.End.X:0.#} {to:0.#}");
                continue;
            }
            svg.Add($"C{bend.Control1.X:0.#} {bend.Control1.Y:0.#} {bend.Control2.X:0.#} {bend.Control2.Y:0.#} ");
            svg.Add($"{bend.End.X:0.#} {to:0.#}");
        }
        svg.Raw($"\" marker-{arrow}=\"url(#{Html.IdPrefix}f)\"/>");
    }

    private void Label(EdgeLabel label)
    {
        double x = label.RightAligned ? label.Box.Right : label.Box.Left;
        string anchor = label.RightAligned ? " text-anchor=\"end\"" : "";
        // The local derivative of a node is known as soon as the node is.
        string step = Class("a", steps?.Forward(label.Edge.To));
        double y = label.Box.Top + 11;
        if (label.Text.Quiet is { Length: > 0 } quiet)
        {
            svg.Text(x, y, $"m s{step}", quiet, anchor);
            y += LabelText.LineHeight;
        }
        if (label.Text.Loud is { Length: > 0 } loud)
            svg.Text(x, y, $"b{step}", loud, anchor);
    }

    private void Node(NodeBox box, int id)
    {
        Rect at = layout.Boxes[id];
        string look = id == view.Shown.Output ? "box out" : "box";
        string trouble = box.IsBad ? " bad" : "";
        string dashes = box.IsGroup ? " stroke-dasharray=\"4 3\"" : "";
        string active = Class("v", steps?.Forward(id)) + Class("g", steps?.Backward(id));
        svg.Raw($"<g class=\"node\">{(box.Full.Length > 0 ? $"<title>{Html.Escape(box.Full)}</title>" : "")}<rect ");
        svg.Add($"x=\"{at.Left:0.#}\" y=\"{at.Top:0.#}\" width=\"{at.Width:0.#}\" height=\"{at.Height:0.#}\" ");
        svg.Raw($"rx=\"6\" class=\"{look}{trouble}{active}\" fill=\"#fff\" stroke=\"#7b8390\"{dashes}/>");
        double y = at.Top + 18;
        foreach (BoxRow row in box.Fit(at.Width).Rows)
        {
            string hidden = Class("a", row.Appears switch
            {
                Appearance.Forward => steps?.Forward(id),
                Appearance.Backward => steps?.Backward(id),
                _ => null,
            });
            if (row.Left.Length > 0)
                svg.Text(at.Left + NodeBox.Padding, y, row.LeftLook, row.Left);
            if (row.Right.Length > 0)
                svg.Text(at.Right - NodeBox.Padding, y, row.RightLook + hidden, row.Right, " text-anchor=\"end\"");
            y += NodeBox.RowHeight;
        }
        svg.Raw("</g>");
    }

    private static string Class(string letter, int? step) =>
        step is > 0 ? string.Create(CultureInfo.InvariantCulture, $" {letter}{step}") : "";
}
