using System.Numerics;

namespace Backprop.Tests.Graphs;

/// <summary>The examples that the notes work out by hand, with their numbers.</summary>
public class ScalarGraphTests
{
    private static readonly ScalarGraph Figure33 =
        ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).At(1);

    [Fact]
    public void Figure_3_3_has_five_nodes_because_the_square_is_computed_once()
    {
        Assert.Equal(["w", "u", "p", "q", "o"], Figure33.Graph.Nodes.Select(node => node.Name));
        Assert.Equal(["", "w²", "cos u", "sin u", "p + q"], Figure33.Graph.Nodes.Select(node => node.Operation));
        Assert.Equal(5, Figure33.Graph.Edges.Count);
        Assert.Equal("cos(w²) + sin(w²)", Figure33.Graph.Formula);
        Assert.Equal(["w"], Figure33.Inputs);
        Assert.Equal("o", Figure33.Output);
    }

    [Theory]
    [InlineData("w", 1)]
    [InlineData("u", 1)]
    [InlineData("p", 0.54030)]
    [InlineData("q", 0.84147)]
    [InlineData("o", 1.38177)]
    public void Figure_3_3_holds_the_values_of_the_notes(string node, double value)
    {
        Assert.Equal(value, Figure33.Value(node), 5);
    }

    [Theory]
    [InlineData("w", "u", 2, "2w")]
    [InlineData("u", "p", -0.84147, "−sin u")]
    [InlineData("u", "q", 0.54030, "cos u")]
    [InlineData("p", "o", 1, "1")]
    [InlineData("q", "o", 1, "1")]
    public void Figure_3_3_carries_local_derivatives_as_numbers_and_formulas(
        string from, string to, double local, string formula)
    {
        Assert.Equal(local, Figure33.Local(from, to), 5);
        GraphEdge edge = Figure33.Graph.Into(Figure33.Graph.Find(to).Id)
            .Single(edge => edge.From == Figure33.Graph.Find(from).Id);
        Assert.Equal(formula, edge.Formula);
    }

    [Fact]
    public void Figure_3_3_has_two_paths_that_add_up_to_minus_0_60234()
    {
        GraphPath[] paths = [.. Figure33.Paths("w")];
        Assert.Equal(["w→u→p→o −1.68294", "w→u→q→o 1.08060"], paths.Select(path => path.ToString()));
        Assert.Equal(-0.60234, Figure33.SumOverPaths("w", "o"), 5);
        Assert.Equal(-0.60234, Figure33.S("w", "o"), 5);
        Assert.Equal(-0.60234, Figure33.Graph.Find("w").Gradient!.Value, 5);
        Assert.Equal(2, Figure33.PathCount);
    }

    [Fact]
    public void The_slope_with_respect_to_an_inner_node_is_not_the_one_with_respect_to_w()
    {
        // A slide of the notes calls −2w sin(w²) the slope by g (our u); by u it is −sin(w²).
        Assert.Equal(-0.84147, Figure33.Local("u", "p"), 5);
        Assert.Equal(-0.30117, Figure33.S("u", "o"), 5);
    }

    [Fact]
    public void The_six_nodes_have_four_paths_and_slope_4()
    {
        ScalarGraph six = ScalarGraph.SixNodes();
        Assert.Equal([2, 4, 6, 10, 2, 20], six.Graph.Nodes.Select(node => node.Value!.Value));
        Assert.Equal(
            ["", "y1²", "3·y1", "y2 + y3", "y3 − y2", "y4 · y5"], six.Graph.Nodes.Select(node => node.Operation));
        Assert.Equal([8, -40, 6, 30], six.Paths("1").Select(path => path.Product));
        Assert.Equal([4, -8, 12, 2, 10, 1], six.Table("6"));
        Assert.Equal(2, six.Local("4", "6"));
        Assert.Equal(4, six.SumOverPaths("1", "6"));
    }

    [Theory]
    [InlineData(1, 2, 4, 2)]
    [InlineData(2, 2, 8, 4)]
    [InlineData(3, 2, 12, 8)]
    [InlineData(5, 2, 20, 32)]
    [InlineData(10, 2, 40, 1024)]
    [InlineData(3, 3, 24, 27)]
    public void A_layered_network_has_few_edges_and_many_paths(int layers, int width, int edges, int paths)
    {
        ScalarGraph net = ScalarGraph.Layered(layers, width);
        Assert.Equal(edges, net.Graph.Edges.Count);
        Assert.Equal(paths, net.PathCount);
        Assert.Equal(paths, net.Paths("in").Count());
        Assert.Equal(paths, net.S("in", "out"));
    }

    [Fact]
    public void A_hundred_layers_are_counted_and_solved_but_not_walked()
    {
        ScalarGraph net = ScalarGraph.Layered(layers: 100, width: 2);
        Assert.Equal(BigInteger.Pow(2, 100), net.PathCount);
        Assert.Equal(Math.Pow(2, 100), net.S("in", "out"));
        var error = Assert.Throws<InvalidOperationException>(() => net.SumOverPaths("in", "out"));
        Assert.Equal(
            "From in to out lead 1,267,650,600,228,229,401,496,703,205,376 paths, too many to walk one by one. "
            + "S(\"in\", \"out\") visits each edge once.",
            error.Message);
        Assert.Equal(8, net.Paths("in").Take(8).Count());
    }

    [Fact]
    public void A_chain_of_many_thousand_nodes_neither_overflows_the_stack_nor_takes_long()
    {
        ScalarGraph chain = ScalarGraph.FromEdges(
            Enumerable.Range(0, 20_000).Select(i => ($"{i}", $"{i + 1}", i % 2 == 0 ? 2.0 : 0.5)));
        Assert.Equal(1, chain.PathCount);
        Assert.Equal(1, chain.SumOverPaths("0", "20000"));
        Assert.Equal(1, chain.S("0", "20000"));
    }

    [Fact]
    public void Two_edges_between_the_same_nodes_are_two_paths_and_their_slopes_add()
    {
        ScalarGraph sum = ScalarGraph.From((double x) => x + x).At(3);
        Assert.Equal(2, sum.PathCount);
        Assert.Equal(2, sum.Local("x", "o"));
        Assert.Equal(2, sum.S("x", "o"));
        Assert.Equal(2, sum.SumOverPaths("x", "o"));
    }

    [Fact]
    public void A_node_that_the_output_does_not_use_has_slope_zero_whatever_its_edges_carry()
    {
        ScalarGraph graph = ScalarGraph.FromEdges(
            [("x", "o", 2), ("x", "dead", double.PositiveInfinity), ("o", "later", 5)], output: "o");
        Assert.Equal(2, graph.S("x", "o"));
        Assert.Equal(0, graph.S("dead", "o"));
        Assert.Equal(0, graph.S("later", "o"));
        Assert.Equal(10, graph.S("x", "later"));
        Assert.Equal(2, graph.SumOverPaths("x", "o"));
        Assert.Equal(0, graph.SumOverPaths("dead", "o"));
        Assert.Equal(0, graph.CountPaths("later", "o"));
    }

    [Fact]
    public void S_of_a_node_with_itself_is_one()
    {
        Assert.Equal(1, Figure33.S("o", "o"));
        Assert.Equal(1, Figure33.SumOverPaths("u", "u"));
        Assert.Equal(["u"], Figure33.Paths("u", "u").Single().Nodes);
    }

    [Fact]
    public void Asking_for_what_is_not_there_names_what_is()
    {
        Assert.StartsWith(
            "No node is called x. The nodes are w, u, p, q, o.",
            Assert.Throws<ArgumentException>(() => Figure33.S("x", "o")).Message);
        Assert.Equal(
            "No edge leads from w to o. For the slope over all paths ask S(w, o).",
            Assert.Throws<ArgumentException>(() => Figure33.Local("w", "o")).Message);
        Assert.Equal(
            "Node in holds no value: the graph was made from edges alone. Make it from a formula to have values.",
            Assert.Throws<InvalidOperationException>(() => ScalarGraph.Layered(1, 1).Value("in")).Message);
    }

    [Fact]
    public void Edges_that_lead_in_a_circle_are_reported_with_the_circle()
    {
        var error = Assert.Throws<ArgumentException>(
            () => ScalarGraph.FromEdges([("x", "a", 1), ("a", "b", 1), ("b", "c", 1), ("c", "a", 1), ("c", "o", 1)]));
        Assert.Equal(
            "The edges lead in a circle: a → b → c → a. Turn one of them round; "
            + "following the edges must never lead back.",
            error.Message);
    }

    [Fact]
    public void Edges_with_two_ends_ask_which_is_the_output()
    {
        var error = Assert.Throws<ArgumentException>(() => ScalarGraph.FromEdges([("x", "a", 1), ("x", "b", 1)]));
        Assert.Equal(
            "The edges end in 2 nodes: a, b. Say which is the output: ScalarGraph.FromEdges(edges, output: \"b\").",
            error.Message);
    }
}
