namespace Backprop.Graphs;

/// <summary>What a step through a graph of numbers says.</summary>
internal static class StepWords
{
    private const int MostTerms = 4;

    /// <summary>Before all computing.</summary>
    public static string Before(GraphView view)
    {
        bool hasValues = view.Scalar is null || view.Shown.Nodes.Any(node => node.Value is not null);
        string formula = view.Whole.Formula.Length > 0 ? $" The graph is the formula {view.Title}." : "";
        return hasValues
            ? $"Nothing is computed yet.{formula}"
            : "The edges carry local derivatives. The way back combines them.";
    }

    /// <summary>A node gets its value.</summary>
    public static string Forward(GraphView view, GraphNode node)
    {
        if (node.Source is NodeGroup group)
            return $"Forward through {group.Title}: {group.What}.";
        string value = node.Value is { } number ? $" = {view.Number(number)}" : "";
        GraphEdge[] edges = [.. view.Shown.Into(node.Id)];
        if (edges.Length == 0)
            return $"Forward. {node.Name}{value} is an input.";
        string made = node.Operation.Length > 0 ? $" = {node.Operation}" : "";
        string inputs = string.Join(" and ", edges.Select(edge => NameOf(view, edge.From)));
        string from = made.Length > 0 ? "" : $", made from {inputs}";
        string[] locals =
        [
            .. edges.Where(edge => edge.Local is not null).Take(MostTerms).Select(edge => Local(view, edge)),
        ];
        string plural = locals.Length == 1 ? "" : "s";
        return $"Forward. {node.Name}{made}{value}{from}."
            + (locals.Length > 0 ? $" Local derivative{plural} {string.Join(", ", locals)}." : "");
    }

    /// <summary>A node gets its gradient: the sum over the edges that leave it.</summary>
    public static string Backward(GraphView view, GraphNode node)
    {
        if (node.Source is NodeGroup group)
            return $"Backward through {group.Title}: {group.What}.";
        if (node.Id == view.Shown.Output)
            return $"Backward. Start at the output: {Slope(view, node.Name)} = 1.";
        int id = view.Folded.Originals[node.Id];
        GraphEdge[] edges = [.. view.Whole.OutOf(id).Where(edge => view.PathsOn[edge.To] > 0)];
        string result = view.Number(view.Slopes[id]);
        string symbols = string.Join(" + ", edges.Take(MostTerms).Select(edge => Symbols(view, edge)));
        string numbers = string.Join(" + ", edges.Take(MostTerms)
            .Select(edge => $"{GraphView.Factor(view.Slopes[edge.To])} · {GraphView.Factor(edge.Local!.Value)}"));
        if (edges.Length > MostTerms)
            symbols = numbers = $"{numbers} + … ({edges.Length - MostTerms} more)";
        string chain = symbols == numbers ? numbers : $"{symbols} = {numbers}";
        string fork = edges.Length > 1 ? " A fork forward is a sum backward." : "";
        return $"Backward. {Slope(view, node.Name)} = {chain} = {result}.{fork}{Held(view, node, id)}";
    }

    // A learner's walk back may have left something else in the node.
    private static string Held(GraphView view, GraphNode node, int id) =>
        view.Held.Nodes[id].Gradient is { } held && view.Number(held) != view.Number(view.Slopes[id])
            ? $" The node {node.Name} holds {view.Number(held)}."
            : "";

    private static string Symbols(GraphView view, GraphEdge edge)
    {
        string from = view.Whole.Nodes[edge.From].Name;
        string to = view.Whole.Nodes[edge.To].Name;
        string slope = Slope(view, to);
        // On an edge to the output ∂o/∂p would look like the slope that is being computed.
        return slope[0] == '∂' && to != view.Output
            ? $"{slope} · ∂{GraphView.Symbol(to)}/∂{GraphView.Symbol(from)}"
            : $"{slope} · z({from}, {to})";
    }

    private static string Slope(GraphView view, string node) =>
        view.Gradient(node) is "grad" ? $"S({node})" : view.Gradient(node);

    private static string Local(GraphView view, GraphEdge edge)
    {
        string number = GraphView.Plain(edge.Local!.Value);
        string symbol = view.Local(edge) is { Length: > 0 } letters
            ? letters
            : $"z({NameOf(view, edge.From)}, {NameOf(view, edge.To)})";
        return edge.Formula.Length > 0 && edge.Formula != number
            ? $"{symbol} = {edge.Formula} = {number}"
            : $"{symbol} = {number}";
    }

    private static string NameOf(GraphView view, int id) => GraphView.NameOf(view.Shown.Nodes[id]);
}
