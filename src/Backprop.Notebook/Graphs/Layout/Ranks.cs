namespace Backprop.Graphs;

/// <summary>
/// The first step of a layered drawing: each node gets a rank below all its inputs. Where edges carry texts, these get
/// ranks of their own between those of the nodes, so that no text can ever meet a line, a box or another text.
/// </summary>
internal static class Ranks
{
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

    /// <summary>Puts every node, every text and a bend for every rank that an edge passes, into the ranks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="boxWidth">How wide each node's box is.</param>
    /// <param name="boxHeights">How high each node's box is.</param>
    /// <param name="labels">The text of each edge; may be empty.</param>
    /// <returns>The ranks from the top, and for each edge its places from start to end.</returns>
    public static (List<Place>[] Ranks, Place[][] Routes) Fill(
        Graph graph, double boxWidth, IReadOnlyList<double> boxHeights, LabelText[] labels)
    {
        // With texts, nodes stand in even ranks and texts in odd ones.
        int step = labels.All(label => label.IsEmpty) ? 1 : 2;
        int[] rankOf = [.. Of(graph).Select(rank => rank * step)];
        List<Place>[] ranks = [.. Enumerable.Range(0, rankOf.Max() + 1).Select(_ => new List<Place>())];
        Place[] nodes =
        [
            .. rankOf.Select((rank, id) =>
                new Place { Node = id, Rank = rank, Width = boxWidth, Height = boxHeights[id] }),
        ];
        foreach (Place node in nodes)
            ranks[node.Rank].Add(node);
        return (ranks, [.. graph.Edges.Select((edge, i) => Route(graph, edge, labels[i], nodes, ranks))]);
    }

    private static Place[] Route(Graph graph, GraphEdge edge, LabelText label, Place[] nodes, List<Place>[] ranks)
    {
        var (from, to) = (nodes[edge.From], nodes[edge.To]);
        // A text stands at that end of a long edge where fewer others do.
        int labelRank = graph.OutOf(edge.From).Count > graph.Into(edge.To).Count ? to.Rank - 1 : from.Rank + 1;
        var route = new List<Place> { from };
        for (int rank = from.Rank + 1; rank < to.Rank; rank++)
        {
            LabelText text = rank == labelRank ? label : default;
            double width = text.IsEmpty ? Place.LineRoom : Place.LineRoom + text.Width;
            var place = new Place { Rank = rank, Width = width, Height = text.Height, Label = text };
            ranks[rank].Add(place);
            route.Add(place);
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
