namespace Backprop.Graphs;

// Folding/: how a graph too large to draw becomes a small one. It computes no number.

/// <summary>
/// Keeps the nodes near the output and the inputs, and draws one box for what repeats and one for what lies between.
/// </summary>
internal sealed class Folding
{
    private readonly Graph graph;
    private readonly int most;
    private readonly int live;
    private readonly int[] inner;
    private readonly int[] owner;
    private readonly List<GraphNode> nodes = [];
    private readonly List<int> originals = [];

    private Folding(Graph graph, int most)
    {
        this.graph = graph;
        this.most = most;
        bool[] leads = Ending.LeadsTo(graph, graph.Output);
        live = graph.Nodes.Count(node => leads[node.Id] && graph.Into(node.Id).Count > 0);
        // What does not lead to the output comes last: nothing that does is made from it.
        inner =
        [
            .. graph.Nodes.Where(node => graph.Into(node.Id).Count > 0)
                .Select(node => node.Id)
                .OrderBy(id => !leads[id]),
        ];
        owner = new int[graph.Nodes.Count];
    }

    /// <summary>The graph itself if it has at most so many nodes, else a folded one of about so many boxes.</summary>
    public static FoldedGraph Of(Graph graph, int most) =>
        graph.Nodes.Count <= most ? FoldedGraph.Whole(graph) : new Folding(graph, most).Fold();

    private FoldedGraph Fold()
    {
        List<Segment> segments = new Segments(graph, inner).Choose(most - (most / 3), most / 4, live);
        var segmentOf = new Dictionary<int, int>();
        foreach (var (index, segment) in segments.Index())
        {
            for (int i = segment.Start; i < segment.End; i++)
                segmentOf[inner[i]] = index;
        }
        AddLeaves(segments, segmentOf);
        foreach (Segment segment in segments)
            Add(inner.AsSpan(segment.Start, segment.End - segment.Start), Kinds.Describe(graph, inner, segment));
        return Join();
    }

    /// <summary>
    /// Inputs of nodes that are drawn have boxes of their own; those that feed one group only are drawn as one.
    /// </summary>
    private void AddLeaves(List<Segment> segments, Dictionary<int, int> segmentOf)
    {
        int[] leaves = [.. graph.Inputs];
        int budget = most / 3;
        int[][] users = [.. leaves.Select(leaf => UsersOf(leaf, segmentOf))];
        // Those of one group only are not worth a box each.
        bool IsOfGroup(int i) => users[i].Length == 1 && segments[users[i][0]].Length > 1;
        int[] order =
        [
            .. Enumerable.Range(0, leaves.Length)
                .Where(i => !IsOfGroup(i))
                .OrderBy(i => leaves[i] == graph.Output ? 0 : 1)
                .ThenBy(i => Array.Exists(users[i], user => segments[user].Length == 1) ? 0 : 1),
        ];
        int alone = order.Length <= budget ? order.Length : budget - 1;
        foreach (int i in order.Take(alone).Order())
            Add([leaves[i]], null);
        List<int[]> groups =
        [
            .. order.Skip(alone).Concat(Enumerable.Range(0, leaves.Length).Where(IsOfGroup))
                .GroupBy(i => IsOfGroup(i) ? users[i][0] : -1)
                .Select(group => group.Order().ToArray()),
        ];
        if (groups.Count > 3)
            groups = [[.. groups.SelectMany(group => group).Order()]];
        foreach (int[] group in groups)
            Add([.. group.Select(i => leaves[i])], Kinds.DescribeLeaves(graph, [.. group.Select(i => leaves[i])]));
    }

    private int[] UsersOf(int leaf, Dictionary<int, int> segmentOf) =>
        [.. graph.OutOf(leaf).Select(edge => segmentOf[edge.To]).Distinct().Order()];

    private void Add(ReadOnlySpan<int> members, NodeGroup? group)
    {
        int place = nodes.Count;
        foreach (int member in members)
            owner[member] = place;
        if (members.Length == 1 || group is null)
        {
            nodes.Add(graph.Nodes[members[0]] with { Id = place });
            originals.Add(members[0]);
            return;
        }
        nodes.Add(new GraphNode(place, FormattableString.Invariant($"group {place}"), group.What) { Source = group });
        originals.Add(-1);
    }

    private FoldedGraph Join()
    {
        var edges = new List<GraphEdge>();
        var merged = new Dictionary<(int, int), int>();
        foreach (GraphEdge edge in graph.Edges)
        {
            var (from, to) = (owner[edge.From], owner[edge.To]);
            if (from == to)
                continue;
            if (originals[from] >= 0 && originals[to] >= 0)
            {
                edges.Add(edge with { From = from, To = to });
                continue;
            }
            int count = merged[(from, to)] = merged.GetValueOrDefault((from, to)) + 1;
            if (count == 1)
                edges.Add(new GraphEdge(from, to));
        }
        return new FoldedGraph(
            new Graph(nodes, edges, owner[graph.Output], graph.Formula),
            originals,
            merged.Where(pair => pair.Value > 1).ToDictionary());
    }
}
