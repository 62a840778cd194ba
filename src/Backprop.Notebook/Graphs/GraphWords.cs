namespace Backprop.Graphs;

/// <summary>What a graph says, in sentences: for those who cannot see the drawing.</summary>
internal static class GraphWords
{
    private const int MostNodesInWords = 10;

    /// <summary>The finding first, then the nodes one by one if they are few.</summary>
    public static string Finding(GraphView view)
    {
        var sentences = new List<string>();
        GraphNode output = view.Shown.Nodes[view.Shown.Output];
        string at = view.Inputs.Length > 0 ? $" at {view.Inputs}" : "";
        if (output.Value is { } value)
            sentences.Add($"{view.Title} is {view.Number(value)}{at}.");
        else
            sentences.Add($"Graph with output {view.Title}: {view.Size}.");
        string[] slopes =
        [
            .. view.Shown.Inputs.Select(id => view.Shown.Nodes[id])
                .Where(node => node.Gradient is not null)
                .Take(4)
                .Select(node => $"{Slope(view, node)} {view.Number(node.Gradient!.Value)}"),
        ];
        if (slopes.Length > 0)
            sentences.Add($"Gradients: {string.Join(", ", slopes)}.");
        if (view.Shown.Nodes.Count <= MostNodesInWords)
            sentences.AddRange(view.Shown.Nodes.Where(node => view.Shown.Into(node.Id).Count > 0).Select(Made(view)));
        return string.Join(" ", sentences);
    }

    private static string Slope(GraphView view, GraphNode node) =>
        view.Gradient(node.Name) is "grad" ? $"grad of {node.Name}" : view.Gradient(node.Name);

    private static Func<GraphNode, string> Made(GraphView view) => node =>
    {
        string operation = node.Operation.Length > 0 && node.Source is null ? $" = {node.Operation}" : "";
        string value = node.Value is { } number ? $" = {view.Number(number)}" : "";
        IEnumerable<string> from = view.Shown.Into(node.Id).Select(edge =>
            GraphView.NameOf(view.Shown.Nodes[edge.From])
            + (edge.Local is { } local ? $" (local derivative {view.Number(local)})" : ""));
        string shape = node.Source is Node made && node.Shape.Length > 0 ? $" {TensorNodes.Shape(made)}" : "";
        return $"{GraphView.NameOf(node)}{shape}{operation}{value}, from {string.Join(" and ", from)}.";
    };
}
