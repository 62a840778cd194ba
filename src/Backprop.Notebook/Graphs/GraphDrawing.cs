using System.Globalization;
using System.Text;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>
/// A graph as SVG: values in blue on solid lines forward, gradients in orange on dashed lines backward, the local
/// derivative beside each edge. It shows the end of both passes; each node and each edge is a group of its own, so that
/// steps can be shown by hiding groups.
/// </summary>
internal sealed class GraphDrawing
{
    private const double Margin = 8;
    private const double RowHeight = 15;
    private const int MostLabels = 60;
    private const double LineDistance = 6;

    private readonly GraphView view;
    private readonly GraphLayout layout;
    private readonly List<EdgeLabel> labels;
    private readonly StringBuilder svg = new();

    private GraphDrawing(GraphView view)
    {
        this.view = view;
        layout = GraphLayout.Of(view.Shown, BoxWidth(view), 12 + (RowHeight * Rows(view)));
        labels = new EdgeLabels(layout, view.HasGradients ? LineDistance : 0).Place(LabelOf);
        Svg = Draw();
    }

    /// <summary>The drawing, with words that say what is in it.</summary>
    public Svg Svg { get; }

    /// <summary>How wide it is by itself, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Draws a graph.</summary>
    public static GraphDrawing Of(GraphView view) => new(view);

    private static int Rows(GraphView view) =>
        1 + (view.Shown.Nodes.Any(node => node.Value is not null || node.Shape.Length > 0) ? 1 : 0)
        + (view.HasGradients ? 1 : 0);

    private static double BoxWidth(GraphView view)
    {
        double widest = view.Shown.Nodes.Max(node => 36 + (node.Name.Length * 8) + (view.Operation(node).Length * 6.2));
        return Math.Clamp(widest, 124, 190);
    }

    private Svg Draw()
    {
        IEnumerable<Rect> parts = layout.Boxes
            .Select(box => new Rect(box.X, box.Y, layout.BoxWidth, layout.BoxHeight))
            .Concat(labels.Select(label => label.Box))
            .Concat(layout.Routes.SelectMany(route => route.Samples()).Select(at => new Rect(at.X - 8, at.Y, 16, 0)));
        double left = parts.Min(part => part.Left) - Margin;
        double top = parts.Min(part => part.Top) - Margin;
        int width = Width = (int)Math.Ceiling(parts.Max(part => part.Right) + Margin - left);
        int height = (int)Math.Ceiling(parts.Max(part => part.Bottom) + Margin - top);

        string alt = GraphWords.Finding(view);
        Add($"<svg viewBox=\"{left:0.#} {top:0.#} {width} {height}\" width=\"{width}\" height=\"{height}\" ");
        svg.Append("role=\"img\" aria-label=\"").Append(Html.Escape(alt)).Append("\" ");
        svg.Append("font-family=\"system-ui,sans-serif\" font-size=\"12\" ");
        // Text never gets smaller than 10 px: below that the frame scrolls.
        Add($"style=\"width:100%;min-width:{width * 0.91:0}px;max-width:{width * 1.15:0}px;margin:auto\">");
        Arrowhead();
        foreach (Route route in layout.Routes)
            Edge(route);
        foreach (EdgeLabel label in labels)
            Label(label);
        for (int i = 0; i < view.Shown.Nodes.Count; i++)
            Node(view.Shown.Nodes[i], layout.Boxes[i]);
        svg.Append("</svg>");
        return new Svg(svg.ToString(), alt);
    }

    private void Arrowhead() => svg.Append(
        $"<defs><marker id=\"{Html.IdPrefix}f\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" "
        + "markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\">"
        + "<path d=\"M0 0L8 4 0 8z\" fill=\"context-stroke\"/></marker></defs>");

    private void Edge(Route route)
    {
        bool both = view.HasGradients;
        Line(both ? route.Beside(-LineDistance) : route, "class=\"ax\" stroke=\"#7b8390\" stroke-width=\"1.5\"", "end");
        if (both)
            Line(route.Beside(LineDistance), "class=\"lg dash\" stroke=\"#a34100\" stroke-dasharray=\"5 4\"", "start");
    }

    private void Line(Route route, string look, string arrow)
    {
        svg.Append("<path ").Append(look).Append(" fill=\"none\" d=\"");
        for (int i = 0; i < route.Bends.Count; i++)
        {
            Bend bend = route.Bends[i];
            // The arrow's tip stays three pixels away from the box.
            double from = bend.Start.Y + (arrow == "start" && i == 0 ? 3 : 0);
            double to = bend.End.Y - (arrow == "end" && i == route.Bends.Count - 1 ? 3 : 0);
            svg.Append(i == 0 ? 'M' : 'L');
            Add($"{bend.Start.X:0.#} {from:0.#}");
            if (Math.Abs(bend.Start.X - bend.End.X) < 0.5)
                Add($"L{bend.End.X:0.#} {to:0.#}");
            else
                Curve(bend, to);
        }
        Add($"\" marker-{arrow}=\"url(#{Html.IdPrefix}f)\"/>");
    }

    private void Curve(Bend bend, double to)
    {
        Add($"C{bend.Control1.X:0.#} {bend.Control1.Y:0.#} {bend.Control2.X:0.#} {bend.Control2.Y:0.#} ");
        Add($"{bend.End.X:0.#} {to:0.#}");
    }

    private (string Quiet, string Loud) LabelOf(GraphEdge edge)
    {
        if (edge.Local is not { } local || view.Shown.Edges.Count > MostLabels)
            return ("", "");
        string number = view.Number(local);
        string symbol = view.Local(edge);
        if (edge.Formula.Length == 0 || symbol.Length == 0)
            return ("", number);
        string formula = $"{symbol} = {edge.Formula}";
        if (edge.Formula == GraphView.Plain(local))
            return (formula, "");
        return (formula.Length <= 26 ? formula : symbol, number);
    }

    private void Label(EdgeLabel label)
    {
        double x = label.RightAligned ? label.Box.Right : label.Box.Left;
        string anchor = label.RightAligned ? " text-anchor=\"end\"" : "";
        double y = label.Box.Top + 11;
        if (label.Quiet.Length > 0)
        {
            Text(x, y, "m s halo", label.Quiet, anchor);
            y += EdgeLabels.LineHeight;
        }
        if (label.Loud.Length > 0)
            Text(x, y, "b halo", label.Loud, anchor);
    }

    private void Node(GraphNode node, Point box)
    {
        string look = node.Id == view.Shown.Output ? "box out" : "box";
        Add($"<g class=\"node\"><rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{layout.BoxWidth:0.#}\" ");
        Add($"height=\"{layout.BoxHeight:0.#}\" rx=\"6\" class=\"{look}\" fill=\"#fff\" stroke=\"#7b8390\"/>");
        double left = box.X + 8;
        double right = box.X + layout.BoxWidth - 8;
        double y = box.Y + 18;
        const string end = " text-anchor=\"end\"";
        Text(left, y, "b mono", node.Name);
        Text(right, y, "m s", Fit(Operation(node), node), end);
        if (node.Value is not null || node.Shape.Length > 0)
        {
            y += RowHeight;
            Text(left, y, "value s", node.Value is null ? "shape" : "value");
            Text(right, y, "value b", node.Value is { } value ? view.Number(value) : node.Shape, end);
        }
        if (node.Gradient is { } gradient)
        {
            y += RowHeight;
            Text(left, y, "grad s", view.Gradient(node.Name));
            Text(right, y, "grad b", view.Number(gradient), end);
        }
        svg.Append("</g>");
    }

    private string Fit(string operation, GraphNode node)
    {
        int most = (int)((layout.BoxWidth - 32 - (node.Name.Length * 8)) / 6.2);
        return operation.Length <= most ? operation : operation[..Math.Max(0, most - 1)] + "…";
    }

    private string Operation(GraphNode node) => view.Operation(node);

    private void Text(double x, double y, string look, string text, string more = "")
    {
        Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" class=\"{look}\"{more}>");
        svg.Append(Html.Escape(text)).Append("</text>");
    }

    private void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
