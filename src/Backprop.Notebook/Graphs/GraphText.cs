using System.Numerics;
using System.Text;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>The text twin of the drawing: the same facts in the same order, the output first.</summary>
internal static class GraphText
{
    private const int Width = 100;
    private const int MostPaths = 4;

    /// <summary>The graph as aligned lines.</summary>
    public static string Of(GraphView view)
    {
        var text = new StringBuilder(view.Heading);
        if (view.Inputs.Length > 0)
            text.Append(view.IsOfTensors && view.Scalar is null ? "   " : "   at ").Append(view.Inputs);
        text.Append("   (").Append(view.Size).Append(')');
        foreach (string line in Table(view))
            text.Append('\n').Append(line);
        if (view.Scalar is { } scalar)
        {
            foreach (string line in Paths(view, scalar))
                text.Append('\n').Append(line);
        }
        foreach (string note in new[] { GraphNotes.LeftOut(view, hasAllLabels: true), GraphNotes.Alarm(view) })
        {
            if (note.Length > 0)
                text.Append('\n').Append(note);
        }
        return text.ToString();
    }

    private static IEnumerable<string> Table(GraphView view)
    {
        bool values = view.Shown.Nodes.Any(node => node.Value is not null || node.Shape.Length > 0);
        bool isOfTensors = view.IsOfTensors && view.Scalar is null;
        string gradients = !view.HasGradients ? "" : isOfTensors ? "‖gradient‖" : "gradient";
        string locals = view.Shown.Edges.Any(edge => edge.Local is not null) ? "local derivatives" : "made from";
        List<string[]> rows = [["node", "from", values ? "value" : "", gradients, locals]];
        foreach (GraphNode node in view.Shown.Nodes.Reverse())
        {
            string value = node.Value is { } number ? view.Number(number) : Shape(node);
            rows.Add([GraphView.NameOf(node), Made(view, node), value, Gradient(view, node), Locals(view, node)]);
        }
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => Cut(Line(row, widths)));
    }

    private static string Line(string[] row, int[] widths)
    {
        var line = new StringBuilder(row[0].PadRight(widths[0]));
        for (int column = 1; column < 4; column++)
        {
            int width = widths[column];
            if (width > 0)
                line.Append("   ").Append(column == 1 ? row[column].PadRight(width) : row[column].PadLeft(width));
        }
        return line.Append("   ").Append(row[4]).ToString().TrimEnd();
    }

    private static string Shape(GraphNode node) => node.Source is Node made ? TensorNodes.Shape(made) : node.Shape;

    private static string Made(GraphView view, GraphNode node) =>
        node.Source is NodeGroup group ? group.What : view.Operation(node);

    private static string Gradient(GraphView view, GraphNode node) => node.Gradient is { } slope
        ? view.Number(slope)
        : node.Tensor?.Grad is { } slopes && TensorNodes.Norm(slopes) is { } norm ? NumberText.Significant(norm) : "";

    private static string Locals(GraphView view, GraphNode node) =>
        string.Join(", ", view.Shown.Into(node.Id).Select(edge => edge.Local is { } local
            ? $"{Name(view, edge)} = {GraphView.Plain(local)}"
            : GraphView.NameOf(view.Shown.Nodes[edge.From])));

    // Where names are signs, in the notes' other notation: z(i, j) for the edge from i to j.
    private static string Name(GraphView view, GraphEdge edge) =>
        view.Local(edge) is { Length: > 0 } symbol
            ? symbol
            : $"z({view.Shown.Nodes[edge.From].Name}, {view.Shown.Nodes[edge.To].Name})";

    private static IEnumerable<string> Paths(GraphView view, ScalarGraph scalar)
    {
        foreach (string input in GraphTables.Starts(view).Take(4))
        {
            int id = view.Whole.Find(input).Id;
            BigInteger count = view.PathsOn[id];
            string slope = view.Number(view.Slopes[id]);
            string[] paths = [.. scalar.Paths(input).Take(MostPaths).Select(path => Path(view, path))];
            string sum = $"sum of {GraphView.Count(count, "path")} from {input}: {slope}";
            string line = $"{string.Join("   ", paths)}   {sum}";
            yield return count <= MostPaths && line.Length <= Width ? line : sum;
        }
    }

    private static string Path(GraphView view, GraphPath path) =>
        $"{string.Join('→', path.Nodes)} {(path.Product > 0 ? "+" : "")}{view.Number(path.Product)}";

    private static string Cut(string line) => line.Length <= Width ? line : line[..(Width - 1)] + "…";
}
