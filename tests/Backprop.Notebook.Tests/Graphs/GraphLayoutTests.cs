using Backprop.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Graphs;

/// <summary>What any drawing of any graph keeps: boxes apart, inputs above, edges around boxes.</summary>
public class GraphLayoutTests
{
    private const double Width = 124;
    private const double Height = 57;

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
            Rect[] boxes = [.. Boxes(graph)];
            return boxes.Index().All(a => boxes.Take(a.Index).All(b => a.Item.Overlap(b) == 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_edge_crosses_a_box()
    {
        Prop.ForAll(Graphs, graph =>
        {
            Rect[] inner = [.. Boxes(graph).Select(box => new Rect(box.Left + 1, box.Top + 1, Width - 2, Height - 2))];
            return Layout(graph).Routes.All(route => new[] { -6.0, 0, 6 }.All(side =>
                route.Beside(side).Samples().All(point => !inner.Any(box => box.Holds(point)))));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Inputs_stand_above_what_is_made_from_them()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Layout(graph);
            return graph.Edges.All(edge => layout.Boxes[edge.From].Y + Height < layout.Boxes[edge.To].Y);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_edge_leads_from_its_box_to_its_box()
    {
        Prop.ForAll(Graphs, graph =>
        {
            GraphLayout layout = Layout(graph);
            return layout.Routes.All(route =>
                Touches(layout.Boxes[route.Edge.From], route.Bends[0].Start, Height)
                && Touches(layout.Boxes[route.Edge.To], route.Bends[^1].End, 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Texts_beside_edges_never_cover_a_box_or_each_other_in_the_graphs_of_the_lessons()
    {
        foreach (Graph graph in LessonGraphs())
        {
            GraphLayout layout = Layout(graph);
            List<EdgeLabel> labels = new EdgeLabels(layout, 6).Place(_ => ("∂p/∂u = −sin u", "−0.84147"));
            Rect[] texts = [.. labels.Select(label => label.Box)];
            Assert.Equal(graph.Edges.Count, texts.Length);
            Assert.All(texts, text => Assert.All(Boxes(graph), box => Assert.Equal(0, box.Overlap(text))));
            Assert.All(texts.Index(), a => Assert.All(texts.Take(a.Index), b => Assert.Equal(0, a.Item.Overlap(b))));
        }
    }

    [Fact]
    public void A_chain_is_a_straight_line_and_figure_3_3_has_no_crossing()
    {
        Graph chain = ScalarGraph.FromEdges([("a", "b", 1), ("b", "c", 1), ("c", "d", 1)]).Graph;
        Assert.Single(Layout(chain).Boxes.Select(box => Math.Round(box.X, 6)).Distinct());

        var (ranks, _) = Ranks.Fill(LessonGraphs()[0], Width);
        Ordering.Sort(ranks);
        Assert.Equal(0, Ordering.Crossings(ranks));
    }

    [Fact]
    public void A_needless_crossing_is_undone()
    {
        // Listed so that the second rank comes out in the wrong order: a–d and b–c cross.
        Graph graph = ScalarGraph.FromEdges(
            [("in", "a", 1), ("in", "b", 1), ("b", "c", 1), ("a", "d", 1), ("c", "out", 1), ("d", "out", 1)]).Graph;
        var (ranks, _) = Ranks.Fill(graph, Width);
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

    private static GraphLayout Layout(Graph graph) => GraphLayout.Of(graph, Width, Height);

    private static IEnumerable<Rect> Boxes(Graph graph) =>
        Layout(graph).Boxes.Select(box => new Rect(box.X, box.Y, Width, Height));

    private static bool Touches(Point box, Point point, double border) =>
        point.X >= box.X && point.X <= box.X + Width && Math.Abs(point.Y - (box.Y + border)) < 0.01;
}
