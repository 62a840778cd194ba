using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;
using Backprop.Graphs;

namespace Backprop.Tests.Graphs;

/// <summary>Going through a graph step by step: what each step says, and that it works without scripts.</summary>
public partial class StepperTests
{
    [Fact]
    public void Each_step_says_its_formula_with_numbers()
    {
        string[] steps = Sentences(Card(Figure33().Graph));
        Assert.Equal("0 Nothing is computed yet. The graph is the formula o = cos(w²) + sin(w²).", steps[0]);
        Assert.Equal("1 Forward. w = 1.00000 is an input.", steps[1]);
        Assert.Equal("3 Forward. p = cos u = 0.54030. Local derivative ∂p/∂u = −sin u = −0.84147.", steps[3]);
        Assert.Equal("5 Forward. o = p + q = 1.38177. Local derivatives ∂o/∂p = 1, ∂o/∂q = 1.", steps[5]);
        Assert.Equal("6 Backward. Start at the output: ∂o/∂o = 1.", steps[6]);
        Assert.Equal("7 Backward. ∂o/∂q = ∂o/∂o · z(q, o) = 1 · 1 = 1.00000.", steps[7]);
        Assert.Equal(
            "9 Backward. ∂o/∂u = ∂o/∂p · ∂p/∂u + ∂o/∂q · ∂q/∂u = 1 · (−0.84147) + 1 · 0.54030 = −0.30117. "
                + "A fork forward is a sum backward.",
            steps[9]);
        Assert.Equal("10 Backward. ∂o/∂w = ∂o/∂u · ∂u/∂w = (−0.30117) · 2 = −0.60234.", steps[10]);
        Assert.Equal(11, steps.Length);
    }

    [Fact]
    public void Steps_are_a_group_of_radio_buttons_with_the_last_one_chosen()
    {
        IDocument card = Card(Figure33().Graph);
        IHtmlInputElement[] buttons =
        [
            .. card.QuerySelectorAll<IHtmlInputElement>("fieldset label > input[type=radio]"),
        ];
        Assert.Equal(Enumerable.Range(0, 11).Select(k => $"{k}"), buttons.Select(button => button.Value));
        Assert.Single(buttons.Select(button => button.Name).Distinct());
        Assert.Equal("10", Assert.Single(buttons, button => button.IsChecked).Value);
        // Anything between the buttons that is a label too would shift the rules that count labels.
        Assert.Equal(buttons.Length, card.QuerySelectorAll("fieldset label").Length);
        Assert.Equal("Steps of the forward and the backward pass", NameOf(card.QuerySelector("fieldset")!));
        Assert.Equal(["One step back", "One step on"], card.QuerySelectorAll("button.bp-js").Select(NameOf));
    }

    [Fact]
    public void Another_step_may_be_chosen_first()
    {
        IDocument card = Card(Figure33().Graph, new GraphRequest { Step = 8 });
        Assert.Equal("8", card.QuerySelector<IHtmlInputElement>("input:checked")!.Value);
        var error = Assert.Throws<ArgumentException>(() => Card(Figure33().Graph, new GraphRequest { Step = 11 }));
        Assert.Equal("There is no step 11: the steps of this graph are 0 to 10.", error.Message);
    }

    [Fact]
    public void What_a_step_computes_appears_with_it()
    {
        IDocument card = Card(Figure33().Graph);
        string[] Appearing(int step) =>
            [.. card.QuerySelectorAll($"svg text.a{step}").Select(text => text.TextContent)];
        Assert.Equal(["∂p/∂u = −sin u", "−0.84147", "0.54030"], Appearing(3));
        Assert.Equal(["−0.30117"], Appearing(9));
        Assert.Equal("−0.30117", card.QuerySelector("tr.r9 .a9")!.TextContent);
        Assert.Equal(2, card.QuerySelectorAll("path.a9.g9").Length);
        Assert.Single(card.QuerySelectorAll("rect.g9"));
    }

    [Fact]
    public void Every_step_has_its_rules_and_no_rule_is_without_a_step()
    {
        IDocument card = Card(Figure33().Graph);
        string css = card.QuerySelector("figure > style")!.TextContent;
        IEnumerable<string> shown = Sentence().Matches(css).Select(match => match.Groups[1].Value);
        Assert.Equal(Enumerable.Range(0, 11).Select(k => $"{k}"), shown);
        // Without the selector that this needs, or without styles, everything stands there.
        Assert.StartsWith("@supports selector(:has(a))", css[css.IndexOf('@', StringComparison.Ordinal)..]);
        Assert.Empty(card.QuerySelectorAll("svg [visibility], svg [display], .now [hidden]"));
    }

    [Fact]
    public void Two_graphs_on_a_page_share_no_names()
    {
        IDocument one = Card(Figure33().Graph);
        IDocument other = Card(ScalarGraph.SixNodes().Graph);
        string Name(IDocument card) => card.QuerySelector<IHtmlInputElement>("input")!.Name!;
        Assert.NotEqual(Name(one), Name(other));
        // The same graph twice has the same names, and a form of its own each time.
        Assert.NotNull(one.QuerySelector("form[method=dialog] fieldset"));
        string script = one.QuerySelector("script")!.TextContent;
        Assert.Contains(one.QuerySelector("figure")!.Id!, script);
    }

    [Fact]
    public void Nodes_walk_together_when_there_are_too_many_steps()
    {
        IDocument card = Card(ScalarGraph.Layered(8, 4).Graph);
        string[] steps = Sentences(card);
        Assert.True(steps.Length <= GraphSteps.Most + 1);
        Assert.Contains("∂out/∂y8d", steps[2]);
        Assert.Contains("S(8a)", card.Body!.TextContent);
        Assert.Equal(34, Enumerable.Range(1, steps.Length - 1).Sum(k => card.QuerySelectorAll($"rect.g{k}").Length));
    }

    [Fact]
    public void A_graph_of_edges_alone_has_no_forward_pass()
    {
        IDocument card = Card(ScalarGraph.FromEdges([("a", "b", 2), ("b", "c", 3)]).Graph);
        Assert.DoesNotContain("forward", card.QuerySelector("fieldset")!.TextContent);
        Assert.Equal("3 Backward. ∂c/∂a = ∂c/∂b · ∂b/∂a = 3 · 2 = 6.", Sentences(card)[^1]);
    }

    [Fact]
    public void A_node_that_leads_nowhere_gets_no_gradient()
    {
        Graph graph = ScalarGraph.FromEdges([("a", "b", 2), ("a", "dead", 5), ("b", "c", 3)], "c").Graph;
        Assert.DoesNotContain(Sentences(Card(graph)), sentence => sentence.Contains("dead", StringComparison.Ordinal));
    }

    [Fact]
    public void A_graph_of_one_node_has_nothing_to_step_through()
    {
        IDocument card = Card(new Graph([new(0, "x", "", 3, 1)], [], 0));
        Assert.Empty(card.QuerySelectorAll("input, script, .now"));
        Assert.Single(card.QuerySelectorAll("g.node"));
    }

    [GeneratedRegex(@"\.n(\d+)")]
    private static partial Regex Sentence();

    private static string? NameOf(IElement element) => element.GetAttribute("aria-label");

    private static string[] Sentences(IDocument card) =>
        [.. card.QuerySelectorAll(".now li").Select(step => step.TextContent.Trim())];

    private static ScalarGraph Figure33() =>
        ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).At(1);

    private static IDocument Card(Graph graph, GraphRequest? request = null) => new HtmlParser().ParseDocument(
        GraphFormatter.ToBundle(graph, request).Formats[MimeBundle.Html].ToString()!);
}
