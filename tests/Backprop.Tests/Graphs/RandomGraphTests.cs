using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Graphs;

/// <summary>The path sum and the recurrence are two algorithms for one number, on any graph without circles.</summary>
public class RandomGraphTests
{
    private static readonly Arbitrary<(string From, string To, double Local)[]> Edges = Arb.From(
        from nodes in Gen.Choose(2, 9)
        from edges in
            (from a in Gen.Choose(0, nodes - 2)
             from b in Gen.Choose(a + 1, nodes - 1)
             from tenths in Gen.Choose(-20, 20)
             select ($"n{a}", $"n{b}", tenths / 10.0)).NonEmptyListOf()
        select edges.Take(16).ToArray());

    [Fact]
    public void The_path_sum_and_the_recurrence_agree_between_all_pairs_of_nodes()
    {
        Prop.ForAll(Edges, edges =>
        {
            ScalarGraph graph = ScalarGraph.FromEdges(edges, output: edges[0].To);
            return graph.Graph.Nodes.All(i => graph.Graph.Nodes.All(o =>
                Near(graph.SumOverPaths(i.Name, o.Name), graph.S(i.Name, o.Name))));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counting_paths_with_a_table_agrees_with_walking_them()
    {
        Prop.ForAll(Edges, edges =>
        {
            ScalarGraph graph = ScalarGraph.FromEdges(edges, output: edges[0].To);
            return graph.Graph.Nodes.All(node =>
                graph.CountPaths(node.Name, graph.Output) == graph.Paths(node.Name).Count());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sorting_the_nodes_puts_inputs_first_and_loses_no_edge()
    {
        Prop.ForAll(Edges, edges =>
        {
            Graph graph = ScalarGraph.FromEdges(edges.Reverse(), output: edges[0].To).Graph;
            return graph.Edges.Count == edges.Length && graph.Edges.All(edge => edge.From < edge.To);
        }).QuickCheckThrowOnFailure();
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
