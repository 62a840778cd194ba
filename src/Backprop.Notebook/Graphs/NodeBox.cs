using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>When a text appears, for a reader who goes step by step.</summary>
internal enum Appearance
{
    /// <summary>It is there from the beginning.</summary>
    Always,

    /// <summary>With the node's value.</summary>
    Forward,

    /// <summary>With the node's gradient.</summary>
    Backward,
}

/// <summary>A line of a box: a text at its left and one at its right border.</summary>
internal sealed record BoxRow(
    string Left, string LeftLook, string Right, string RightLook, Appearance Appears = Appearance.Always)
{
    private const double Between = 8;

    /// <summary>How wide both texts are with the room between them.</summary>
    public double Width => LeftWidth + RightWidth + (Left.Length > 0 && Right.Length > 0 ? Between : 0);

    private double LeftWidth => WidthOf(Left, LeftLook);

    private double RightWidth => WidthOf(Right, RightLook);

    /// <summary>The row cut to a width: numbers stay whole, names are cut first.</summary>
    public BoxRow Fit(double width)
    {
        if (Width <= width)
            return this;
        bool isName = LeftLook.Contains("mono", StringComparison.Ordinal);
        // A name gets at least half, then what made it.
        double right = isName ? Math.Max(0, width - Between - Math.Min(LeftWidth, width * 0.6)) : RightWidth;
        string cutRight = isName ? Cut(Right, right, RightLook) : Right;
        double left = width - (cutRight.Length > 0 ? Between + WidthOf(cutRight, RightLook) : 0);
        return this with { Left = Cut(Left, left, LeftLook), Right = cutRight };
    }

    private static string Cut(string text, double width, string look)
    {
        int length = text.Length;
        while (length > 0 && WidthOf(text[..length] + (length < text.Length ? "…" : ""), look) > width)
            length--;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return length == text.Length ? text : length == 0 ? "" : text[..length] + "…";
    }

    // The font of code has wide i and l, and narrow m and w.
    private static double WidthOf(string text, string look)
    {
        double size = look.EndsWith(" s", StringComparison.Ordinal) ? 11 : 12;
        double width = TextWidth.Of(text, size);
        return look.Contains("mono", StringComparison.Ordinal) ? Math.Max(width, text.Length * 0.62 * size) : width;
    }
}

/// <summary>What stands in the box of a node.</summary>
internal sealed record NodeBox(IReadOnlyList<BoxRow> Rows)
{
    /// <summary>Between border and text.</summary>
    public const double Padding = 8;

    /// <summary>From line to line.</summary>
    public const double RowHeight = 15;

    /// <summary>No box is narrower.</summary>
    public const double Narrowest = 112;

    /// <summary>No box is wider; longer texts are cut.</summary>
    public const double Widest = 188;

    /// <summary>What is cut, in full; empty if nothing is.</summary>
    public string Full { get; init; } = "";

    /// <summary>True if it stands for several nodes.</summary>
    public bool IsGroup { get; init; }

    /// <summary>True if it holds something that is no finite number.</summary>
    public bool IsBad { get; init; }

    /// <summary>How wide it wants to be.</summary>
    public double Width => (2 * Padding) + Rows.Max(row => row.Width);

    /// <summary>The height of a box with so many lines.</summary>
    public static double Height(int rows) => 12 + (RowHeight * rows);

    /// <summary>The box in a width.</summary>
    public NodeBox Fit(double width) => this with { Rows = [.. Rows.Select(row => row.Fit(width - (2 * Padding)))] };

    /// <summary>The box of a node.</summary>
    public static NodeBox Of(GraphView view, GraphNode node)
    {
        if (node.Source is NodeGroup group)
            return OfGroup(group);
        var rows = new List<BoxRow> { new(node.Name, "b mono", view.Operation(node), "m s") };
        if (node.Value is { } value)
            rows.Add(new BoxRow("value", "value s", Marked(view.Number(value), value), Look(value, "value"), Appearance.Forward));
        else if (node.Shape.Length > 0)
            rows.Add(new BoxRow("shape", "value s", ShapeOf(node), "value b", Appearance.Forward));
        if (GradientRow(view, node) is { } gradient)
            rows.Add(gradient);
        bool isBad = GraphNotes.Trouble(node).Length > 0 || GraphNotes.GradientTrouble(node).Length > 0;
        var box = new NodeBox(rows) { IsBad = isBad };
        return box.Width <= Widest ? box : box with { Full = $"{node.Name} {view.Operation(node)}".TrimEnd() };
    }

    private static NodeBox OfGroup(NodeGroup group)
    {
        var row = new BoxRow(group.What, "m s", "", "");
        return new NodeBox([new BoxRow(group.Title, "b", "", ""), row])
        {
            IsGroup = true,
            Full = row.Width + (2 * Padding) > Widest ? group.What : "",
        };
    }

    private static BoxRow? GradientRow(GraphView view, GraphNode node)
    {
        if (node.Gradient is { } gradient)
            return new BoxRow(view.Gradient(node.Name), "grad s", Marked(view.Number(gradient), gradient), Look(gradient, "grad"), Appearance.Backward);
        if (node.Tensor?.Grad is { } slopes)
        {
            return TensorNodes.Norm(slopes) is { } norm
                ? new BoxRow("‖grad‖", "grad s", Marked(NumberText.Significant(norm), norm), Look(norm, "grad"), Appearance.Backward)
                : new BoxRow("grad", "grad s", "there", "grad b", Appearance.Backward);
        }
        if (node.Source is not Node made)
            return null;
        int constants = TensorNodes.Constants(made);
        return made.Op is null ? new BoxRow("grad", "grad s", "none yet", "m s")
            : constants > 0 ? new BoxRow(GraphView.Count(constants, "input") + " without grad", "m s", "", "")
            : null;
    }

    private static string ShapeOf(GraphNode node) => node.Source is Node made ? TensorNodes.Shape(made) : node.Shape;

    private static string Marked(string text, double number) => double.IsFinite(number) ? text : "▲ " + text;

    private static string Look(double number, string usual) => double.IsFinite(number) ? usual + " b" : "nan b";
}
