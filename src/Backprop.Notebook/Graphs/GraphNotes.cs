using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>What is to be said about a graph besides its numbers: what is wrong, what is missing.</summary>
internal static class GraphNotes
{
    /// <summary>What does not fit together or is no number; empty if all is well.</summary>
    public static string Alarm(GraphView view)
    {
        if (NotFinite(view) is { Length: > 0 } trouble)
            return trouble;
        return view.IsOfTensors ? MissingGradient(view) : WrongGradient(view);
    }

    /// <summary>What the drawing leaves out, and why; empty if it is all there.</summary>
    public static string LeftOut(GraphView view, bool hasAllLabels)
    {
        var sentences = new List<string>();
        int hidden = view.Whole.Nodes.Count - view.Folded.Shown;
        if (hidden > 0)
        {
            int boxes = view.Shown.Nodes.Count - view.Folded.Shown;
            sentences.Add(
                $"Showing {view.Folded.Shown} of {GraphView.Count(view.Whole.Nodes.Count, "node")}; the other "
                + $"{NumberText.Count(hidden)} stand in {(boxes == 1 ? "one box" : $"{boxes} boxes")}.");
        }
        if (!hasAllLabels)
            sentences.Add("The edges lie too close together for their local derivatives; the tables have them.");
        // Where all are single numbers, numbers are what one would like to see.
        if (view.Scalar is null && view.Whole.Nodes.All(node => node.Source is Node { Shape.Rank: 0 }))
        {
            sentences.Add(
                "Backward has let go of the numbers in between. To see them on nodes and edges, draw the graph before "
                + "Backward(), or call Backward(keepGraph: true).");
        }
        return string.Join(" ", sentences);
    }

    /// <summary>How a drawing of tensors is read; empty for one of numbers, which names what it shows.</summary>
    public static string HowToRead(GraphView view) => view.IsOfTensors && view.Scalar is null
        ? "Solid lines: tensors are made from tensors. Dashed lines: their gradients flow back, to the leaves that "
            + "asked for them. ‖grad‖ is the length of a gradient, √Σg²."
        : "";

    private static string NotFinite(GraphView view)
    {
        foreach (GraphNode node in view.Shown.Nodes)
        {
            if (Trouble(node) is not { Length: > 0 } trouble)
                continue;
            string name = GraphView.NameOf(node);
            string made = node.Operation.Length > 0 && node.Source is null ? $" = {node.Operation}" : "";
            GraphNode[] inputs = [.. view.Shown.Into(node.Id).Select(edge => view.Shown.Nodes[edge.From])];
            bool isStart = inputs.Length > 0 && Array.TrueForAll(inputs, IsKnown);
            return isStart
                ? $"{trouble} begins at {name}{made}: what it is made from is finite."
                : inputs.Length == 0
                    ? $"{name} holds {trouble}."
                    : $"{name}{made} holds {trouble}, the first node that does of those whose numbers are still there.";
        }
        GraphNode? slope = view.Shown.Nodes.LastOrDefault(node => GradientTrouble(node).Length > 0);
        return slope is null ? "" : $"The gradient of {GraphView.NameOf(slope)} is {GradientTrouble(slope)}.";
    }

    /// <summary>What is no finite number in a node: <c>NaN</c>, <c>Inf</c>; empty if all is well.</summary>
    public static string Trouble(GraphNode node) => node.Value is { } value
        ? Trouble(value)
        : TensorNodes.Trouble(node.Tensor);

    /// <summary>What is no finite number in a node's gradient; empty if all is well.</summary>
    public static string GradientTrouble(GraphNode node) => node.Gradient is { } gradient
        ? Trouble(gradient)
        : TensorNodes.Trouble(node.Tensor?.Grad);

    private static string Trouble(double number) =>
        double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? "Inf" : "";

    private static bool IsKnown(GraphNode node) => node.Value is not null || node.Tensor is not null;

    private static string MissingGradient(GraphView view)
    {
        GraphNode[] leaves =
        [
            .. view.Whole.Inputs.Select(id => view.Whole.Nodes[id]).Where(leaf => leaf.Tensor is not null),
        ];
        GraphNode[] without = [.. leaves.Where(leaf => leaf.Tensor!.Grad is null)];
        if (leaves.Length == 0 || without.Length == leaves.Length)
            return "";
        string others = without.Length > 1 ? $" and {without.Length - 1} more" : "";
        return without.Length > 0
            ? $"No gradient has reached {without[0].Name}{others}; the other leaves have theirs."
            : "";
    }

    private static string WrongGradient(GraphView view)
    {
        IReadOnlyList<GraphNode> nodes = view.Held.Nodes;
        if (view.Scalar is null || nodes.Any(node => node.Gradient is null))
            return "";
        if (nodes.All(node => node.Gradient == 0))
            return "Every grad is 0: the walk back has not run yet. The table shows what it will find.";
        GraphNode? wrong = nodes.FirstOrDefault(node => !Near(node.Gradient!.Value, view.Slopes[node.Id]));
        return wrong is null
            ? ""
            : $"Node {wrong.Name} holds grad {view.Number(wrong.Gradient!.Value)}, but the local derivatives on the "
                + $"edges give {view.Number(view.Slopes[wrong.Id])}.";
    }

    private static bool Near(double a, double b) =>
        Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)))
        || (double.IsNaN(a) && double.IsNaN(b)) || a == b;
}
