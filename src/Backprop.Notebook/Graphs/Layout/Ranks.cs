namespace Backprop.Graphs;

/// <summary>The first step of a layered drawing: each node gets a rank below all its inputs.</summary>
internal static class Ranks
{
    private const double BendWidth = 30;

    /// <summary>
    /// The rank of each node: as high as its inputs allow; inputs stand right above their first user.
    /// </summary>
    public static int[] Of(Graph graph)
    {
        var ranks = new int[graph.Nodes.Count];
        foreach (GraphEdge edge in graph.Edges.OrderBy(edge => edge.To))
            ranks[edge.To] = Math.Max(ranks[edge.To], ranks[edge.From] + 1);
        foreach (int input in graph.Inputs.Where(input => graph.OutOf(input).Count > 0))
            ranks[input] = graph.OutOf(input).Min(edge => ranks[edge.To]) - 1;
        return ranks;
    }

    /// <summary>Puts every node, and a bend for every rank that an edge passes, into the ranks.</summary>
    /// <returns>The ranks from the top, and for each edge its places from start to end.</returns>
    public static (List<Place>[] Ranks, Place[][] Routes) Fill(Graph graph, double nodeWidth)
    {
        int[] rankOf = Of(graph);
        List<Place>[] ranks = [.. Enumerable.Range(0, rankOf.Max() + 1).Select(_ => new List<Place>())];
        Place[] nodes =
        [
            .. graph.Nodes.Select(node => new Place { Node = node.Id, Rank = rankOf[node.Id], Width = nodeWidth }),
        ];
        foreach (Place node in nodes)
            ranks[node.Rank].Add(node);
        return (ranks, [.. graph.Edges.Select(edge => Route(nodes[edge.From], nodes[edge.To], ranks))]);
    }

    private static Place[] Route(Place from, Place to, List<Place>[] ranks)
    {
        var route = new List<Place> { from };
        for (int rank = from.Rank + 1; rank < to.Rank; rank++)
        {
            var bend = new Place { Node = null, Rank = rank, Width = BendWidth };
            ranks[rank].Add(bend);
            route.Add(bend);
        }
        route.Add(to);
        for (int i = 1; i < route.Count; i++)
        {
            route[i - 1].Below.Add(route[i]);
            route[i].Above.Add(route[i - 1]);
        }
        return [.. route];
    }
}
