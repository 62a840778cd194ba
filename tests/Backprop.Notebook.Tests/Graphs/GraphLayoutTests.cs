using Backprop.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Graphs;

/// <summary>What any drawing of any graph keeps: boxes apart, inputs above, edges around boxes.</summary>
public class GraphLayoutTests
{
    private const double Width = 124;
    private const double Height = 57;

    // Points along all lines against all boxes: enough graphs to find a fault, few enough to wait for.
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(40);

    private static readonly Arbitrary<Graph> Graphs = Arb.From(
        from nodes in Gen.Choose(2, 14)
        from edges in
            (from a in Gen.Choose(0, nodes - 2)
             from b in Gen.Choose(a + 1, nodes - 1)
             select ($"n{a}", $"n{b}", 1.0)).NonEmptyListOf()
        select ScalarGraph.FromEdges(edges.Take(24), edges[0].Item2).Graph);

    [Fact]
    public void Boxes_never_overlap()
    {
        Prop.ForAll(Graphs, graph =>
        {
            IReadOnlyList<Rect> boxes = Layout(graph).Boxes;
            return boxes.Index().All(a => boxes.Take(a.Index).All(b => a.Item.Overlap(b) == 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_edge_crosses_a_box()
    {
        Prop.ForAll(Graphs, graph =>
        {
            Rect[] inner = [.. Layout(graph).Boxes.Select(Inner)];
            return Layout(graph).Routes.All(route => new[] { -6.0, 0, 6 }.All(side =>
                route.Beside(side).Samples().All(point => !inner.Any(box => box.Holds(point)))));
        }).Check(Some);
    }

    [Fact]
    public void Inputs_stand_above_what_is_made_from_them()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Layout(graph);
            return graph.Edges.All(edge => layout.Boxes[edge.From].Bottom < layout.Boxes[edge.To].Top);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_edge_leads_from_its_box_to_its_box()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Layout(graph);
            return layout.Routes.All(route =>
                Touches(layout.Boxes[route.Edge.From], route.Bends[0].Start, box => box.Bottom)
                && Touches(layout.Boxes[route.Edge.To], route.Bends[^1].End, box => box.Top));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Texts_beside_edges_never_meet_a_box_a_line_or_each_other()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Labelled(graph);
            Rect[] texts = [.. layout.Labels.Select(label => label.Box)];
            Point[] lines =
            [
                .. layout.Routes.SelectMany(route =>
                    new[] { -6.0, 6 }.SelectMany(side => route.Beside(side).Samples())),
            ];
            return texts.Length == graph.Edges.Count
                && texts.All(text => layout.Boxes.All(box => box.Overlap(text) == 0))
                && texts.Index().All(a => texts.Take(a.Index).All(b => a.Item.Overlap(b) == 0))
                && texts.All(text => !lines.Any(text.Holds));
        }).Check(Some);
    }

    [Fact]
    public void No_edge_crosses_a_box_where_edges_carry_texts()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Labelled(graph);
            Rect[] inner = [.. layout.Boxes.Select(Inner)];
            return layout.Routes.All(route => new[] { -6.0, 0, 6 }.All(side =>
                route.Beside(side).Samples().All(point => !inner.Any(box => box.Holds(point)))));
        }).Check(Some);
    }

    [Fact]
    public void A_rank_is_as_high_as_its_highest_box()
    {
        Graph graph = ScalarGraph.FromEdges([("a", "c", 1), ("b", "c", 1)]).Graph;
        GraphLayout layout = GraphLayout.Of(graph, Width, [27, 57, 42]);
        Assert.Equal([57, 57, 42], layout.Boxes.Select(box => box.Height));
    }

    [Fact]
    public void A_chain_is_a_straight_line_and_figure_3_3_has_no_crossing()
    {
        Graph chain = ScalarGraph.FromEdges([("a", "b", 1), ("b", "c", 1), ("c", "d", 1)]).Graph;
        Assert.Single(Layout(chain).Boxes.Select(box => Math.Round(box.Left, 6)).Distinct());

        var (ranks, _) = Fill(LessonGraphs()[0]);
        Ordering.Sort(ranks);
        Assert.Equal(0, Ordering.Crossings(ranks));
    }

    [Fact]
    public void A_needless_crossing_is_undone()
    {
        // Listed so that the second rank comes out in the wrong order: a–d and b–c cross.
        Graph graph = ScalarGraph.FromEdges(
            [("in", "a", 1), ("in", "b", 1), ("b", "c", 1), ("a", "d", 1), ("c", "out", 1), ("d", "out", 1)]).Graph;
        var (ranks, _) = Fill(graph);
        ranks[2].Reverse();
        int before = Ordering.Crossings(ranks);
        Ordering.Sort(ranks);
        Assert.True(Ordering.Crossings(ranks) <= before);
        Assert.Equal(0, Ordering.Crossings(ranks));
    }

    internal static Graph[] LessonGraphs() =>
    [
        ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).At(1).Graph,
        ScalarGraph.SixNodes().Graph,
        ScalarGraph.From((double x) => x + x).At(3).Graph,
        ScalarGraph.From((double w, double b, double x) => 1 / (1 + Math.Exp(-((w * x) + b)))).At(0.5, -0.3, 2).Graph,
    ];

    private static GraphLayout Layout(Graph graph) => GraphLayout.Of(graph, Width, Heights(graph));

    private static GraphLayout Labelled(Graph graph) => GraphLayout.Of(
        graph, Width, Heights(graph), [.. graph.Edges.Select(_ => new LabelText("∂p/∂u = −sin u", "−0.84147"))]);

    private static (List<Place>[] Ranks, Place[][] Routes) Fill(Graph graph) =>
        Ranks.Fill(graph, Width, Heights(graph), new LabelText[graph.Edges.Count]);

    private static double[] Heights(Graph graph) => [.. graph.Nodes.Select(_ => Height)];

    private static Rect Inner(Rect box) => new(box.Left + 1, box.Top + 1, box.Width - 2, box.Height - 2);

    private static bool Touches(Rect box, Point point, Func<Rect, double> border) =>
        point.X >= box.Left && point.X <= box.Right && Math.Abs(point.Y - border(box)) < 0.01;
}
