using Backprop.Display;

namespace Backprop.Graphs;

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

    /// <summary>How high it is.</summary>
    public double Height => 12 + (RowHeight * Rows.Count);

    /// <summary>The box in a width.</summary>
    public NodeBox Fit(double width) => this with { Rows = [.. Rows.Select(row => row.Fit(width - (2 * Padding)))] };

    /// <summary>The box of a node.</summary>
    public static NodeBox Of(GraphView view, GraphNode node)
    {
        if (node.Source is NodeGroup group)
            return OfGroup(group);
        var rows = new List<BoxRow> { new(node.Name, "b mono", view.Operation(node), "m s") };
        if (node.Value is { } value)
            rows.Add(Number("value", "value", value, view.Number(value), Appearance.Forward));
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
        List<BoxRow> rows = [new BoxRow(group.Title, "b", "", ""), .. Wrapped(group.What)];
        bool isCut = rows.Exists(row => row.Width + (2 * Padding) > Widest) || rows.Count > 3;
        return new NodeBox([.. rows.Take(3)]) { IsGroup = true, Full = isCut ? group.What : "" };
    }

    private static IEnumerable<BoxRow> Wrapped(string words)
    {
        string line = "";
        foreach (string word in words.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Note(longer).Width + (2 * Padding) > Widest)
            {
                yield return Note(line);
                longer = word;
            }
            line = longer;
        }
        yield return Note(line);
    }

    private static BoxRow Note(string text) => new(text, "m s", "", "");

    private static BoxRow? GradientRow(GraphView view, GraphNode node)
    {
        if (node.Gradient is { } gradient)
            return Number(view.Gradient(node.Name), "grad", gradient, view.Number(gradient), Appearance.Backward);
        if (node.Tensor?.Grad is { } slopes)
        {
            return TensorNodes.Norm(slopes) is { } norm
                ? Number("‖grad‖", "grad", norm, NumberText.Significant(norm), Appearance.Backward)
                : new BoxRow("grad", "grad s", "there", "grad b", Appearance.Backward);
        }
        if (node.Source is not Node made)
            return null;
        int constants = TensorNodes.Constants(made);
        return made.Op is null ? new BoxRow("grad", "grad s", "none yet", "m s")
            : constants > 0 ? Note(GraphView.Count(constants, "input") + " without grad")
            : null;
    }

    private static string ShapeOf(GraphNode node) => node.Source is Node made ? TensorNodes.Shape(made) : node.Shape;

    // What is no finite number is marked by colour and by sign.
    private static BoxRow Number(string label, string look, double number, string text, Appearance when) =>
        double.IsFinite(number)
            ? new BoxRow(label, look + " s", text, look + " b", when)
            : new BoxRow(label, look + " s", "▲ " + text, "nan b", when);
}
