namespace Backprop.Tests.Graphs;

/// <summary>Graphs read from objects whose class we never saw, as a learner writes them in a cell.</summary>
public class GraphTests
{
    /// <summary>Lesson 8's class.</summary>
    private sealed class Node(double value, string name = "?", params (Node From, double Z)[] inputs)
    {
        public readonly double Value = value;
        public readonly (Node From, double Z)[] Inputs = inputs;
        public double Grad;
        public string Name = name;
    }

    /// <summary>Exercise 3's class: no names, and Data in place of Value.</summary>
    private sealed class Value(double data, params (Value From, double Local)[] inputs)
    {
        public double Data = data;
        public double Grad = 0.5;
        public (Value From, double Local)[] Inputs = inputs;
    }

    private sealed record Link(float By, Part On);

    private sealed class Part
    {
        public int Data { get; init; }

        public List<Link>? Inputs { get; init; }
    }

    /// <summary>A name called Label, a gradient that may be missing, no inputs at all.</summary>
    private sealed record Labelled(double Value, double? Grad, string Label)
    {
        public (Labelled, double)[]? Inputs { get; }
    }

    private sealed class Late(double? value)
    {
        public double Value => value ?? throw new InvalidOperationException("not computed yet");

        public Late[] Inputs { get; } = [];
    }

    [Fact]
    public void A_label_is_a_name_and_missing_inputs_are_none()
    {
        GraphNode node = Assert.Single(Graph.Of(new Labelled(2, null, "speed")).Nodes);
        Assert.Equal("speed", node.Name);
        Assert.Null(node.Gradient);
        Assert.IsType<Labelled>(node.Source);
    }

    [Fact]
    public void What_a_property_throws_comes_as_it_is() =>
        Assert.Equal("not computed yet", Assert.Throws<InvalidOperationException>(() => Graph.Of(new Late(null))).Message);

    private sealed record Edge(string From, string To, double Z);

    [Fact]
    public void The_lessons_own_class_shows_itself_with_names_values_and_gradients()
    {
        var w = new Node(1, "w");
        var square = new Node(1, "*", (w, 1), (w, 1)) { Grad = -0.3 };
        var cos = new Node(0.54, "cos", (square, -0.84));
        var sin = new Node(0.84, "sin", (square, 0.54));
        var sum = new Node(1.38, "+", (cos, 1), (sin, 1)) { Grad = 1 };

        Graph graph = Graph.Of(sum);

        Assert.Equal(["w", "*", "cos", "sin", "+"], graph.Nodes.Select(node => node.Name));
        Assert.Equal([1, 1, 0.54, 0.84, 1.38], graph.Nodes.Select(node => node.Value!.Value));
        Assert.Equal(-0.3, graph.Find("*").Gradient);
        Assert.Equal(6, graph.Edges.Count);
        Assert.Equal([0], graph.Inputs);
        Assert.Equal(4, graph.Output);
        Assert.Equal(4, new ScalarGraph(graph).PathCount);
    }

    [Fact]
    public void A_class_without_names_gets_numbered_ones()
    {
        var a = new Value(-4);
        var b = new Value(2);
        var product = new Value(-8, (a, 2), (b, -4));
        Graph graph = Graph.Of(new Value(-4, (product, 1), (a, 1)));
        Assert.Equal(["x₁", "x₂", "v₁", "v₂"], graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Two_nodes_of_one_name_are_told_apart()
    {
        var x = new Node(1, "x");
        var sum = new Node(2, "+", (x, 1), (x, 1));
        Graph graph = Graph.Of(new Node(3, "+", (sum, 1), (x, 1)));
        Assert.Equal(["x", "+", "+₂"], graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Records_as_pairs_other_numbers_and_a_missing_gradient_are_fine()
    {
        var one = new Part { Data = 1 };
        Graph graph = Graph.Of(new Part { Data = 3, Inputs = [new Link(1.5f, one), new Link(2, one)] });
        Assert.Equal([1.5, 2], graph.Edges.Select(edge => edge.Local!.Value));
        Assert.Null(graph.Nodes[0].Gradient);
        Assert.Equal(3, graph.Nodes[^1].Value);
    }

    [Fact]
    public void A_list_of_edges_is_a_graph_as_records_and_as_tuples()
    {
        Edge[] records = [new("5", "6", 10), new("1", "5", 2)];
        Graph graph = Graph.Of(records);
        Assert.Equal(["1", "5", "6"], graph.Nodes.Select(node => node.Name));
        Assert.Equal(20, new ScalarGraph(graph).S("1", "6"));
        Assert.Null(graph.Nodes[0].Value);

        (int, int, double)[] tuples = [(0, 1, 0.5), (1, 2, 4)];
        Assert.Equal(2, new ScalarGraph(Graph.Of(tuples)).S("0", "2"));
    }

    [Fact]
    public void A_scalar_graph_and_a_graph_are_taken_as_they_are()
    {
        ScalarGraph six = ScalarGraph.SixNodes();
        Assert.Same(six.Graph, Graph.Of(six));
        Assert.Same(six.Graph, Graph.Of(six.Graph));
    }

    [Fact]
    public void A_chain_of_half_a_million_nodes_is_read_without_recursion()
    {
        var node = new Value(0);
        for (int i = 0; i < 500_000; i++)
            node = new Value(i, (node, 1));
        Assert.Equal(500_001, Graph.Of(node).Nodes.Count);
    }

    [Fact]
    public void Nodes_that_feed_each_other_are_reported()
    {
        var a = new Value(1);
        var b = new Value(2, (a, 1));
        a.Inputs = [(b, 1)];
        var error = Assert.Throws<ArgumentException>(() => Graph.Of(b));
        Assert.Equal(
            "This is no graph to draw: it leads in a circle (2 nodes feed each other). "
            + "A node can only be made from nodes that exist already.",
            error.Message);
        a.Inputs = [(a, 1)];
        Assert.Contains("1 node is its own input", Assert.Throws<ArgumentException>(() => Graph.Of(a)).Message);
    }

    [Fact]
    public void An_object_that_is_no_node_hears_what_is_missing()
    {
        Assert.Equal(
            "String has no public number Value or Data. A graph can be drawn of objects whose class has "
            + "a number Value or Data, a number Grad, and Inputs of pairs (node, number).",
            Assert.Throws<ArgumentException>(() => Graph.Of("text")).Message);
        Assert.StartsWith(
            "KeyValuePair`2 has no public number Value or Data",
            Assert.Throws<ArgumentException>(() => Graph.Of(KeyValuePair.Create("Data", "Inputs"))).Message);
    }

    [Fact]
    public void The_part_nearest_to_the_output_says_how_much_is_left_out()
    {
        Graph whole = ScalarGraph.Layered(layers: 30, width: 3).Graph;
        Graph part = whole.Nearest(10);
        Assert.Equal(10, part.Nodes.Count);
        Assert.Equal(82, part.LeftOut);
        Assert.Equal("out", part.Nodes[part.Output].Name);
        Assert.Same(whole, whole.Nearest(92));
        Assert.Equal(0, whole.LeftOut);
    }

    [Fact]
    public void Edges_that_lead_backwards_or_nowhere_are_refused()
    {
        GraphNode[] nodes = [new(0, "a", ""), new(1, "b", "")];
        Assert.Throws<ArgumentException>(() => new Graph(nodes, [new(1, 0)], 1));
        Assert.Throws<ArgumentException>(() => new Graph(nodes, [new(0, 2)], 1));
        Assert.Throws<ArgumentException>(() => new Graph(nodes, [], 2));
        Assert.Throws<ArgumentException>(() => new Graph([nodes[0], nodes[0]], [], 0));
        Assert.Throws<ArgumentException>(() => new Graph([nodes[0], new(1, "a", "")], [], 0));
    }

    [Fact]
    public void A_graph_of_tensors_is_no_scalar_graph()
    {
        Graph graph = new([new(0, "x", "", Shape: "[2, 3]"), new(1, "y", "relu x", Shape: "[2, 3]")], [new(0, 1)], 1);
        var error = Assert.Throws<ArgumentException>(() => new ScalarGraph(graph));
        Assert.StartsWith("The edge from x to y carries no number.", error.Message);
    }
}
