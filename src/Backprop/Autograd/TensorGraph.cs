namespace Backprop;

/// <summary>The calculation behind a tensor as a <see cref="Graph"/> to look at.</summary>
internal static class TensorGraph
{
    internal static Graph Of(Node output)
    {
        var order = InputsFirst(output);
        var places = new Dictionary<Node, int>();
        var names = new UniqueNames();
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        foreach (var node in order)
        {
            int id = places[node] = nodes.Count;
            nodes.Add(ToGraphNode(node, id, names));
            for (int i = 0; i < node.InputCount; i++)
            {
                if (node.Input(i) is { } input)
                    edges.Add(new GraphEdge(places[input], id));
            }
        }
        return new Graph(nodes, edges, places[output]);
    }

    private static GraphNode ToGraphNode(Node node, int id, UniqueNames names)
    {
        bool isNumber = node.Shape.Rank == 0;
        var tensor = isNumber ? node.Keeper : null;
        return new GraphNode(id, names.Make(node.Name, numbered: node.Op is null), node.Op is null ? "" : node.Name,
            tensor?.Item(), tensor?.Grad?.Item(), isNumber ? "" : node.Shape.ToString());
    }

    /// <summary>All nodes, each after its inputs; by hand instead of by recursion, since graphs can be deep.</summary>
    private static List<Node> InputsFirst(Node output)
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>();
        var open = new Stack<(Node Node, bool IsReady)>([(output, false)]);
        while (open.TryPop(out var next))
        {
            if (next.IsReady)
            {
                order.Add(next.Node);
                continue;
            }
            if (!seen.Add(next.Node))
                continue;
            open.Push((next.Node, true));
            for (int i = next.Node.InputCount - 1; i >= 0; i--)
            {
                if (next.Node.Input(i) is { } input && !seen.Contains(input))
                    open.Push((input, false));
            }
        }
        return order;
    }
}
