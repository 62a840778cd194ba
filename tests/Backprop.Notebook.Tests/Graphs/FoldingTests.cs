using Backprop.Display;
using Backprop.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Graphs;

/// <summary>Large graphs become small ones: what repeats is one box, what is near the output stays.</summary>
public class FoldingTests
{
    private static readonly Arbitrary<(Graph Graph, int Most)> Graphs = Arb.From(
        from nodes in Gen.Choose(2, 150)
        from most in Gen.Choose(5, 60)
        from edges in
            (from a in Gen.Choose(0, nodes - 2)
             from b in Gen.Choose(a + 1, Math.Min(nodes - 1, a + 12))
             select ($"n{a}", $"n{b}", 1.0)).ListOf(nodes * 2)
        let all = edges.Append(("n0", $"n{nodes - 1}", 1.0))
        select (ScalarGraph.FromEdges(all, $"n{nodes - 1}").Graph, most));

    [Fact]
    public void Every_node_is_drawn_or_counted_in_a_box()
    {
        Prop.ForAll(Graphs, pair =>
        {
            FoldedGraph folded = Folding.Of(pair.Graph, pair.Most);
            int hidden = folded.Graph.Nodes.Sum(node => node.Source is NodeGroup group ? group.Count : 0);
            return folded.Shown + hidden == pair.Graph.Nodes.Count
                && folded.Graph.Nodes.Count <= pair.Most + 5;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_output_stays_and_shown_edges_keep_their_numbers()
    {
        Prop.ForAll(Graphs, pair =>
        {
            FoldedGraph folded = Folding.Of(pair.Graph, pair.Most);
            Graph small = folded.Graph;
            return small.Nodes[small.Output].Name == pair.Graph.Nodes[pair.Graph.Output].Name
                && small.Edges.Where(edge => edge.Local is not null).All(edge => pair.Graph
                    .OutOf(folded.Originals[edge.From])
                    .Any(old => old.To == folded.Originals[edge.To] && old.Local == edge.Local));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_small_graph_stays_as_it_is()
    {
        Graph graph = ScalarGraph.Layered(3, 2).Graph;
        Assert.Same(graph, Folding.Of(graph, 40).Graph);
    }

    [Fact]
    public void The_steps_of_a_recurrent_network_are_one_box()
    {
        FoldedGraph folded = Folding.Of(TensorGraphs.Recurrent(200), 40);
        NodeGroup steps = Assert.Single(Groups(folded), group => group.Count > 100);
        Assert.Equal(198 * 9, steps.Count);
        Assert.Equal("198 × 9 nodes", steps.Title);
        Assert.Contains("MatMul", steps.What);
        Assert.Equal(3, folded.Graph.Nodes.Count(node => node.Name.StartsWith("Leaf", StringComparison.Ordinal)));
        Assert.Contains(folded.Merged, pair => pair.Value == 198);
    }

    [Fact]
    public void Parameters_that_feed_folded_layers_only_are_one_box()
    {
        Tensor h = Tensor.Ones(2, 4);
        for (int layer = 0; layer < 30; layer++)
            h = new Linear(4, 4).Forward(h).Relu();
        FoldedGraph folded = Folding.Of(h.Sum().Graph, 40);
        NodeGroup Titled(string end) =>
            Assert.Single(Groups(folded), group => group.Title.EndsWith(end, StringComparison.Ordinal));
        NodeGroup leaves = Titled("leaves");
        NodeGroup layers = Titled("× 4 nodes");
        Assert.Equal(layers.Count / 4 * 2, leaves.Count);
        Assert.Equal("Permute → MatMul → Add → Relu", layers.What);
        Assert.Equal($"{leaves.Count / 2 * 20} numbers", leaves.What);
    }

    [Fact]
    public void A_graph_of_thousands_of_nodes_stays_small_and_complete()
    {
        Graph graph = TensorGraphs.Recurrent(250);
        Assert.True(graph.Nodes.Count > 2000);
        MimeBundle bundle = GraphFormatter.ToBundle(graph);
        Assert.True(bundle.Formats[MimeBundle.Html].ToString()!.Length < 100_000);
        Assert.Contains("of 2253 nodes; the other", bundle.PlainText);
    }

    [Fact]
    public void More_paths_than_a_double_can_count_are_counted()
    {
        (string, string, double) Edge(int i) => ($"n{i}", $"n{i + 1}", 1.0);
        var edges = Enumerable.Range(0, 1500).SelectMany(i => new[] { Edge(i), Edge(i) });
        string text = GraphFormatter.ToBundle(ScalarGraph.FromEdges(edges).Graph).PlainText;
        Assert.Contains("about 10^451 paths", text);
        Assert.Contains("1490 × n ", text);
    }

    [Theory]
    [InlineData("abcabcabcabc", "0:3x4")]
    [InlineData("xyabababababzz", "2:2x5")]
    [InlineData("aaaaaaaa", "0:1x8")]
    [InlineData("abcdefghij", "")]
    [InlineData("abab", "")]
    [InlineData("aaaaaabcbcbcbcbc", "0:1x6 6:2x5")]
    public void Repeats_are_found(string sequence, string expected)
    {
        IEnumerable<string> found = Repeats.Find([.. sequence.Select(c => (int)c)], 4)
            .Select(repeat => FormattableString.Invariant($"{repeat.Start}:{repeat.Period}x{repeat.Copies}"));
        Assert.Equal(expected, string.Join(' ', found));
    }

    private static IEnumerable<NodeGroup> Groups(FoldedGraph folded) =>
        folded.Graph.Nodes.Select(node => node.Source).OfType<NodeGroup>();
}
