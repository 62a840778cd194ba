namespace Backprop.Graphs;

/// <summary>A graph that is small enough to draw, made from a larger one.</summary>
/// <param name="Graph">The small graph; a node whose source is a <see cref="NodeGroup"/> stands for many.</param>
/// <param name="Originals">For each of its nodes the id in the larger graph; −1 for a group.</param>
/// <param name="Merged">How many edges an edge stands for, by its two nodes; those that stand for one are left
/// out.</param>
internal sealed record FoldedGraph(
    Graph Graph, IReadOnlyList<int> Originals, IReadOnlyDictionary<(int From, int To), int> Merged)
{
    private static readonly Dictionary<(int, int), int> Nothing = [];

    /// <summary>A graph that is drawn as it is.</summary>
    public static FoldedGraph Whole(Graph graph) => new(graph, [.. graph.Nodes.Select(node => node.Id)], Nothing);

    /// <summary>How many nodes have a box of their own.</summary>
    public int Shown => Originals.Count(id => id >= 0);
}
