namespace Backprop.Graphs;

/// <summary>Gives nodes the names of the variables and parameters that they belong to.</summary>
internal static class GraphNames
{
    /// <summary>
    /// The graph with known names. A node of a learner's class keeps the name that it has itself. The number of a named
    /// tensor is shown even where autograd has let go of it.
    /// </summary>
    public static Graph Apply(Graph graph, IReadOnlyList<(string Name, object Value)> known)
    {
        if (known.Count == 0)
            return graph;
        var bySource = new Dictionary<object, (string Name, Tensor? Tensor)>(ReferenceEqualityComparer.Instance);
        foreach (var (name, value) in known)
        {
            if (value is Tensor { Origin: { } origin } tensor)
                bySource.TryAdd(origin, (name, tensor));
            else if (value is not Tensor)
                bySource.TryAdd(value, (name, null));
        }
        HashSet<string> taken = [.. graph.Nodes.Select(node => node.Name)];
        return new Graph(graph.Nodes.Select(Named), graph.Edges, graph.Output, graph.Formula);

        GraphNode Named(GraphNode node)
        {
            bool isFree = node.Source is Node || (node.Source is not null && IsMadeUp(node.Name));
            if (!isFree || !bySource.TryGetValue(node.Source!, out var found) || !taken.Add(found.Name))
                return node;
            Tensor? tensor = node.Tensor ?? found.Tensor;
            bool isNumber = node.Shape.Length == 0 && tensor is not null;
            return node with { Name = found.Name, Tensor = tensor, Value = isNumber ? tensor!.Item() : node.Value };
        }
    }

    /// <summary>True for names such as <c>x₁</c>, which a node got because it had none.</summary>
    private static bool IsMadeUp(string name) =>
        name.Length > 1 && name[0] is 'x' or 'v' && name.Skip(1).All(c => c is >= '₀' and <= '₉');
}
