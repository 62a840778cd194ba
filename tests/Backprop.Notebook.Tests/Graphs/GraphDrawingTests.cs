using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;
using Backprop.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Graphs;

/// <summary>What every drawing keeps: no text over another, none outside.</summary>
public class GraphDrawingTests
{
    private static readonly string[] Names =
        ["w", "o", "*", "+", "a_rather_long_name_of_a_variable", "1a", "損失", "wwwwwwww", "x₁", "net.0.weight", "<b>"];

    private static readonly string[] Formulas = ["", "1", "−sin u", "2w", "1 − tanh²(w · x + b)", "exp(a · b + c · d)"];

    private static readonly double[] Numbers =
    [
        0, 1, -1, 0.54030230586814, -0.84147098480789, 123456789.25, -1.5e-300, 98765.4321, double.NaN,
        double.NegativeInfinity,
    ];

    private static readonly Arbitrary<Graph> Graphs = Arb.From(
        from count in Gen.Choose(2, 14)
        from names in Gen.Elements(Names).ArrayOf(count)
        from made in Gen.Elements(Formulas).ArrayOf(count)
        from values in Gen.Elements(Numbers).ArrayOf(count)
        from hasValues in Gen.Elements(true, false)
        from edges in
            (from a in Gen.Choose(0, count - 2)
             from b in Gen.Choose(a + 1, count - 1)
             from local in Gen.Elements(Numbers)
             from formula in Gen.Elements(Formulas)
             select new GraphEdge(a, b, local, formula)).NonEmptyListOf()
        select new Graph(
            Enumerable.Range(0, count)
                .Select(id => new GraphNode(id, Unique(names, id), made[id], hasValues ? values[id] : null)),
            edges.Take(30),
            count - 1));

    [Fact]
    public void No_text_covers_another_and_none_lies_outside()
    {
        Prop.ForAll(Graphs, graph => SvgTexts.Faults(Svg(graph)).Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void The_same_holds_for_tensors_and_for_folded_graphs()
    {
        Graph[] graphs =
        [
            TensorGraphs.Layer(), TensorGraphs.Layer(isWalked: false), TensorGraphs.Recurrent(60),
            TensorGraphs.OneNumber(true), TensorGraphs.OneNumber(false),
            ScalarGraph.Layered(30, 3).Graph, ScalarGraph.Layered(3, 6).Graph, .. GraphLayoutTests.LessonGraphs(),
        ];
        Assert.All(graphs, graph => Assert.Empty(SvgTexts.Faults(Svg(graph))));
    }

    [Fact]
    public void The_check_finds_texts_over_each_other()
    {
        IElement svg = Parse("""
            <svg viewBox="0 0 100 40"><text x="5" y="20" class="b">−0.84147</text>
            <text x="60" y="20" class="b">0.54030</text><text x="5" y="60">low</text></svg>
            """);
        Assert.Equal(
            ["0.54030 is outside", "0.54030 covers −0.84147", "low is outside"], SvgTexts.Faults(svg));
    }

    [Fact]
    public void Names_that_are_cut_are_there_in_full_when_asked_for()
    {
        Graph graph = new([new(0, "w", "", 1), new(1, "a_rather_long_name_of_a_variable", "w²", 1)], [new(0, 1, 2)], 1);
        IElement svg = Svg(graph);
        IElement node = svg.QuerySelectorAll("g.node")[1];
        Assert.Equal("a_rather_long_name_of_a_variable w²", node.QuerySelector("title")!.TextContent);
        Assert.StartsWith("a_rather", node.QuerySelector("text")!.TextContent);
        Assert.EndsWith("…", node.QuerySelector("text")!.TextContent);
    }

    [Fact]
    public void Formulas_go_before_numbers_where_there_is_no_room()
    {
        string[] texts = [.. new[] { 2, 3, 5 }.Select(width => Svg(Dense(width)).TextContent)];
        Assert.Contains("= −sin u", texts[0]);
        Assert.DoesNotContain("= −sin u", texts[1]);
        Assert.Contains("−0.84147", texts[1]);
        Assert.DoesNotContain("−0.84147", texts[2]);
        const string note = "The edges lie too close together for their local derivatives; the tables have them.";
        Assert.Contains(note, GraphFormatter.ToBundle(Dense(5)).Formats[MimeBundle.Html].ToString()!);
        Assert.DoesNotContain(note, GraphFormatter.ToBundle(Dense(3)).Formats[MimeBundle.Html].ToString()!);
    }

    /// <summary>Two layers, each node joined to each, and an output.</summary>
    private static Graph Dense(int width)
    {
        int all = width * 2;
        var edges = new List<GraphEdge>();
        for (int i = 0; i < width; i++)
        {
            for (int j = width; j < all; j++)
                edges.Add(new GraphEdge(i, j, -0.84147, "−sin u"));
            edges.Add(new GraphEdge(width + i, all, 1, "1"));
        }
        return new Graph(Enumerable.Range(0, all + 1).Select(i => new GraphNode(i, $"v{i}", "", 1)), edges, all);
    }

    private static IElement Svg(Graph graph)
    {
        var view = new GraphView(graph);
        return Parse(GraphDrawing.Of(view, GraphSteps.Of(view)).Svg.Content);
    }

    private static string Unique(string[] names, int id) =>
        names.Take(id).Contains(names[id]) ? $"{names[id]}{id}" : names[id];

    private static IElement Parse(string svg) => new HtmlParser().ParseDocument(svg).QuerySelector("svg")!;
}
