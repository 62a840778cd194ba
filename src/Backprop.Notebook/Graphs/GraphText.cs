using System.Text;

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
            text.Append("   at ").Append(view.Inputs);
        text.Append("   (").Append(view.Size).Append(')');
        foreach (string line in Table(view))
            text.Append('\n').Append(line);
        if (view.Scalar is { } scalar)
        {
            foreach (string line in Paths(view, scalar))
                text.Append('\n').Append(line);
        }
        foreach (string note in new[] { view.LeftOut, view.Alarm })
        {
            if (note.Length > 0)
                text.Append('\n').Append(note);
        }
        return text.ToString();
    }

    private static IEnumerable<string> Table(GraphView view)
    {
        bool values = view.Shown.Nodes.Any(node => node.Value is not null || node.Shape.Length > 0);
        string gradients = view.HasGradients ? "gradient" : "";
        List<string[]> rows = [["node", "from", values ? "value" : "", gradients, "local derivatives"]];
        foreach (GraphNode node in view.Shown.Nodes.Reverse())
        {
            string value = node.Value is { } number ? view.Number(number) : node.Shape;
            string gradient = node.Gradient is { } slope ? view.Number(slope) : "";
            rows.Add([node.Name, view.Operation(node), value, gradient, Locals(view, node)]);
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

    private static string Locals(GraphView view, GraphNode node)
    {
        IEnumerable<string> locals = view.Shown.Into(node.Id)
            .Where(edge => edge.Local is not null)
            .Select(edge => $"{Name(view, edge)} = {GraphView.Plain(edge.Local!.Value)}");
        return string.Join(", ", locals);
    }

    // Where names are signs, in the notes' other notation: z(i, j) for the edge from i to j.
    private static string Name(GraphView view, GraphEdge edge) =>
        view.Local(edge) is { Length: > 0 } symbol
            ? symbol
            : $"z({view.Shown.Nodes[edge.From].Name}, {view.Shown.Nodes[edge.To].Name})";

    private static IEnumerable<string> Paths(GraphView view, ScalarGraph scalar)
    {
        foreach (string input in scalar.Inputs.Where(name => scalar.CountPaths(name, scalar.Output) > 0).Take(4))
        {
            var count = scalar.CountPaths(input, scalar.Output);
            string slope = view.Number(scalar.S(input, scalar.Output));
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
