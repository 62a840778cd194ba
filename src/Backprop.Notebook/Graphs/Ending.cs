namespace Backprop.Graphs;

/// <summary>The part of a graph that leads to one node.</summary>
internal static class Ending
{
    /// <summary>
    /// The graph that ends in a node: what does not lead there is left out, and gradients are those of the new output.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such node; the message lists those that there are.</exception>
    public static Graph At(Graph graph, string name)
    {
        int output = graph.Find(name).Id;
        if (output == graph.Output)
            return graph;
        bool[] leads = LeadsTo(graph, output);
        int[] kept = [.. Enumerable.Range(0, output + 1).Where(id => leads[id])];
        Dictionary<int, int> place = kept.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new Graph(
            kept.Select(id => graph.Nodes[id] with { Id = place[id], Gradient = null }),
            graph.Edges.Where(edge => leads[edge.To] && place.ContainsKey(edge.From))
                .Select(edge => edge with { From = place[edge.From], To = place[edge.To] }),
            place[output]);
    }

    /// <summary>Which nodes lead to one, itself included.</summary>
    public static bool[] LeadsTo(Graph graph, int output)
    {
        var leads = new bool[graph.Nodes.Count];
        leads[output] = true;
        for (int i = output - 1; i >= 0; i--)
            leads[i] = graph.OutOf(i).Any(edge => leads[edge.To]);
        return leads;
    }
}
