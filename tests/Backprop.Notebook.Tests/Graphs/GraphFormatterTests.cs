using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;
using Backprop.Graphs;

namespace Backprop.Tests.Graphs;

/// <summary>What a graph shows: the drawing, both tables, and the same facts as text.</summary>
public class GraphFormatterTests
{
    /// <summary>Lesson 8's class, as a learner writes it.</summary>
    private sealed class Node(double value, string name, params (Node From, double Z)[] inputs)
    {
        public readonly double Value = value;
        public readonly (Node From, double Z)[] Inputs = inputs;
        public double Grad;
        public string Name = name;
    }

    [Theory]
    [InlineData("figure-3-3")]
    [InlineData("six-nodes")]
    [InlineData("own-class")]
    [InlineData("neuron")]
    [InlineData("layers")]
    [InlineData("too-many-nodes")]
    [InlineData("not-a-number")]
    [InlineData("tensors")]
    [InlineData("tensors-of-one-number")]
    [InlineData("recurrent")]
    public void Graphs_look_as_expected(string name)
    {
        MimeBundle bundle = GraphFormatter.ToBundle(name switch
        {
            "figure-3-3" => Figure33().Graph,
            "six-nodes" => ScalarGraph.SixNodes().Graph,
            "own-class" => Graph.Of(OwnClass(walked: true)),
            "neuron" => GraphLayoutTests.LessonGraphs()[3],
            "layers" => ScalarGraph.Layered(3, 2).Graph,
            "not-a-number" => ScalarGraph.From((double x, double y) => (Math.Log(x) * y) + x).At(-1, 2).Graph,
            "tensors" => TensorGraphs.Layer(),
            "tensors-of-one-number" => TensorGraphs.OneNumber(keepGraph: true),
            "recurrent" => TensorGraphs.Recurrent(steps: 200),
            _ => ScalarGraph.Layered(30, 3).Graph,
        });
        Expectation.Html($"graph-{name}", bundle.Formats[MimeBundle.Html].ToString()!);
        Expectation.Text($"graph-{name}.txt", bundle.PlainText + "\n");
    }

    [Fact]
    public void The_alternative_text_says_the_finding_and_the_key_numbers()
    {
        string alt = Card(Figure33().Graph).QuerySelector("svg")!.GetAttribute("aria-label")!;
        Assert.StartsWith("o = cos(w²) + sin(w²) is 1.38177 at w = 1. Gradients: ∂o/∂w −0.60234.", alt);
        Assert.Contains("p = cos u = 0.54030, from u (local derivative −0.84147).", alt);
    }

    [Fact]
    public void Both_tables_end_in_the_same_number()
    {
        IDocument card = Card(Figure33().Graph);
        string[][] rows =
        [
            .. card.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()),
        ];
        Assert.Equal(["w→u→p→o", "2 · (−0.84147) · 1", "−1.68294"], rows[0]);
        Assert.Equal(["w→u→q→o", "2 · 0.54030 · 1", "+1.08060"], rows[1]);
        Assert.Equal(["∂o/∂w", "sum of 2 paths", "−0.60234"], rows[2]);
        Assert.Equal(["u", "S(p) · (−0.84147) + S(q) · 0.54030", "−0.30117"], rows[^2]);
        Assert.Equal(["w", "S(u) · 2", "−0.60234"], rows[^1]);
    }

    [Fact]
    public void The_cost_of_both_ways_is_counted()
    {
        Assert.Equal(
            "Same answer, less work: path by path 6 edge visits, with the table 5 visits, one for each edge.",
            Cost(Figure33()));
        Assert.Contains(
            "path by path 11 264 edge visits, with the table 40 visits",
            Plain(Cost(ScalarGraph.Layered(10, 2))));
        Assert.Equal(
            "Both ways visit 2 edges here. Paths multiply with each fork, edges only add up.",
            Cost(ScalarGraph.FromEdges([("a", "b", 1), ("b", "c", 1)])));
    }

    [Fact]
    public void Two_arrows_between_the_same_nodes_are_both_drawn()
    {
        IDocument card = Card(Graph.Of(OwnClass(walked: true)));
        Assert.Equal(6, card.QuerySelectorAll("path.ax").Length);
        Assert.Equal(6, card.QuerySelectorAll("path.lg.dash").Length);
        Assert.Contains("grad", card.QuerySelector("svg")!.TextContent);
    }

    [Fact]
    public void A_walk_back_that_has_not_run_is_noticed()
    {
        IDocument before = Card(Graph.Of(OwnClass(walked: false)));
        Assert.Contains(
            "Every grad is 0: the walk back has not run yet.", before.QuerySelector(".bp-alarm")!.TextContent);
        Assert.Null(Card(Graph.Of(OwnClass(walked: true))).QuerySelector(".bp-alarm"));
    }

    [Fact]
    public void A_gradient_that_the_edges_do_not_confirm_is_noticed()
    {
        Node output = OwnClass(walked: true);
        output.Inputs[0].From.Grad = 7;
        Assert.Contains(
            "Node cos holds grad 7.00000, but the local derivatives on the edges give 1.00000.",
            GraphFormatter.ToBundle(Graph.Of(output)).PlainText);
    }

    [Fact]
    public void A_large_graph_is_folded_and_says_so()
    {
        IDocument card = Card(ScalarGraph.Layered(30, 3).Graph);
        Assert.Contains("Showing 14 of 92 nodes; the other 78 stand in one box.", card.Body!.TextContent);
        Assert.Equal(15, card.QuerySelectorAll("g.node").Length);
        Assert.Contains("26 × 3 nodes", card.QuerySelector("svg")!.TextContent);
        Assert.Contains("… and about 2.06e14 more paths", card.Body!.TextContent);
    }

    [Fact]
    public void A_very_long_chain_is_shown_quickly_and_briefly()
    {
        Graph chain = ScalarGraph.FromEdges(Enumerable.Range(0, 5000).Select(i => ($"n{i}", $"n{i + 1}", 1.0))).Graph;
        Assert.True(GraphFormatter.ToBundle(chain).Formats[MimeBundle.Html].ToString()!.Length < 100_000);
    }

    [Fact]
    public void A_graph_of_tensors_is_drawn_without_tables()
    {
        Graph graph = new(
            [new(0, "x", "", Shape: "[64, 784]"), new(1, "h", "relu x", Shape: "[64, 128]")], [new(0, 1)], 1);
        IDocument card = Card(graph);
        Assert.Empty(card.QuerySelectorAll("table"));
        Assert.Contains("[64, 784]", card.QuerySelector("svg")!.TextContent);
    }

    [Fact]
    public void It_is_said_where_a_value_stops_being_a_number()
    {
        ScalarGraph graph = ScalarGraph.From((double x, double y) => (Math.Log(x) * y) + x).At(-1, 2);
        const string finding = "NaN begins at u = log x: what it is made from is finite.";
        Assert.EndsWith(finding, GraphFormatter.ToBundle(graph.Graph).PlainText);
        IDocument card = Card(graph.Graph);
        Assert.Contains(finding, card.QuerySelector(".bp-alarm")!.TextContent);
        // u, p and o by their values, y by its gradient; x is fine.
        Assert.Equal(4, card.QuerySelectorAll("rect.bad").Length);
        Assert.Contains("▲ NaN", card.QuerySelector("svg")!.TextContent);
    }

    [Fact]
    public void Slopes_between_two_chosen_nodes_have_tables_of_their_own()
    {
        var request = new GraphRequest { From = "2", To = "4" };
        IDocument card = Card(ScalarGraph.SixNodes().Graph, request);
        string[][] rows =
        [
            .. card.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()),
        ];
        Assert.Equal(["2→4", "1", "+1"], rows[0]);
        Assert.Equal(["4", "1", "1"], rows[2]);
        Assert.Equal(["2", "S(4) · 1", "1"], rows[3]);
        Assert.Equal(4, rows.Length);
        Assert.Equal(4, card.QuerySelectorAll("g.node").Length);
    }

    [Fact]
    public void A_wish_for_a_node_that_does_not_exist_lists_those_that_do()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            GraphFormatter.ToBundle(Figure33().Graph, new GraphRequest { From = "x" }));
        Assert.StartsWith("No node is called x. The nodes are w, u, p, q, o.", error.Message);
    }

    [Fact]
    public void Every_number_in_the_drawing_is_the_graphs()
    {
        ScalarGraph graph = Figure33();
        IDocument card = Card(graph.Graph);
        string drawn = card.QuerySelector("svg")!.TextContent;
        foreach (GraphNode node in graph.Graph.Nodes)
        {
            Assert.Contains(Shown(node.Value!.Value), drawn);
            Assert.Contains(Shown(graph.S(node.Name, "o")), drawn);
        }
        Assert.All(graph.Graph.Edges, edge => Assert.Contains(GraphView.Plain(edge.Local!.Value), drawn));
    }

    [Fact]
    public void Names_from_outside_are_text_not_markup()
    {
        IDocument card = Card(Graph.Of(new Node(1, "<b>", (new Node(1, "a\"b"), 1))));
        Assert.Empty(card.QuerySelectorAll("svg b, svg script, .now b b"));
        Assert.Contains("<b>", card.QuerySelector("svg")!.TextContent);
        Assert.Contains("S(a\"b)", card.QuerySelector(".now")!.TextContent);
    }

    [Fact]
    public void Show_displays_the_drawing_at_once()
    {
        NotebookDefaults.Register();
        var outputs = new List<Output>();
        using (OutputSink.Use(outputs.Add))
            Graph.Show(OwnClass(walked: true));
        var shown = Assert.IsType<DisplayOutput>(Assert.Single(outputs));
        Assert.Contains("<svg", shown.Data.Formats[MimeBundle.Html].ToString()!);
        Assert.Throws<ArgumentException>(() => Graph.Show("no graph"));
        outputs.Clear();
        using (OutputSink.Use(outputs.Add))
            Graph.Show(ScalarGraph.SixNodes(), from: "2", to: "4");
        Assert.StartsWith("graph of 4", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data.PlainText);
    }

    private static string Cost(ScalarGraph graph) => GraphTables.Cost(new GraphView(graph.Graph));

    private static string Shown(double value) => NumberText.Fixed(value, 5);

    private static ScalarGraph Figure33() =>
        ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).At(1);

    private static Node OwnClass(bool walked)
    {
        double s = Math.Sin(1);
        double c = Math.Cos(1);
        double One(double gradient) => walked ? gradient : 0;
        var w = new Node(1, "w") { Grad = One(2 * (c - s)) };
        var square = new Node(1, "*", (w, 1), (w, 1)) { Grad = One(c - s) };
        var cos = new Node(c, "cos", (square, -s)) { Grad = One(1) };
        var sin = new Node(s, "sin", (square, c)) { Grad = One(1) };
        return new Node(c + s, "+", (cos, 1), (sin, 1)) { Grad = One(1) };
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ');

    private static IDocument Card(Graph graph, GraphRequest? request = null) =>
        new HtmlParser().ParseDocument(GraphFormatter.ToBundle(graph, request).Formats[MimeBundle.Html].ToString()!);
}
