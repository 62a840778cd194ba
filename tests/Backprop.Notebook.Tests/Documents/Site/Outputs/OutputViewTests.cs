using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Backprop.Display;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class OutputViewTests
{
    [Fact]
    public void Text_is_shown_as_text_and_errors_of_the_program_apart()
    {
        IElement shown = Render(new StreamEntry("a < b\n", false), new StreamEntry("careful\n", true))!;

        Assert.Equal(["a < b", "careful"], shown.QuerySelectorAll("pre").Select(p => p.TextContent));
        Assert.Equal("careful", shown.QuerySelector(".stderr pre")!.TextContent);
    }

    [Fact]
    public void A_long_text_unfolds()
    {
        IElement shown = Render(new StreamEntry(string.Join('\n', Enumerable.Range(1, 100)) + "\n", false))!;

        Assert.Equal("80 more lines", shown.QuerySelector("details > summary")!.TextContent);
        Assert.StartsWith("21\n", shown.QuerySelector("details > pre")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("\n100", shown.QuerySelector("details > pre")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Render(new StreamEntry(string.Join('\n', Enumerable.Range(1, 40)),
            false))!.QuerySelector("details"));
    }

    [Fact]
    public void An_error_is_a_card_with_name_message_and_details()
    {
        IElement shown = Render(new ErrorEntry("DivideByZeroException", "Attempted <b>", ["\u001b[31mE\u001b[0m",
            "  at cell 1, line 2"]))!;

        IElement card = shown.QuerySelector("figure.error")!;
        Assert.Contains("✗", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("DivideByZeroException", card.QuerySelector("b")!.TextContent);
        Assert.Equal("Attempted <b>", card.QuerySelector("p")!.TextContent);
        Assert.Equal("E\n  at cell 1, line 2", card.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public void The_richest_format_without_script_is_shown()
    {
        Assert.Equal("H", Render(Show(("text/plain", "T"), ("text/html", "<b>H</b>"), ("image/svg+xml",
            "<svg></svg>")))!.QuerySelector("b")!.TextContent);
        Assert.NotNull(Render(Show(("text/plain", "T"), ("image/svg+xml", "<svg></svg>")))!.QuerySelector("svg"));
        Assert.Equal("T", Render(Show(("text/plain", "T"), ("image/png",
            "AA\n==")))!.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal("data:image/png;base64,AA==", Render(Show(("image/png",
            "AA\n==")))!.QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("M", Render(Show(("text/plain", "T"), ("text/markdown",
            "**M**")))!.QuerySelector("strong")!.TextContent);
        Assert.Equal("x^2", Render(Show(("text/latex", "$x^2$")))!.QuerySelector("math")!.GetAttribute("alttext"));
        Assert.Equal("T", Render(Show(("text/plain", "T"), ("application/x-other",
            "?")))!.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public void Json_is_laid_out()
    {
        var entry = new DisplayEntry(new MimeBundle().Add("application/json", JsonNode.Parse("""{"a":[1]}""")!));

        Assert.Contains("\"a\": [", Render(entry)!.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_styles_of_outputs_stand_only_once_in_a_page()
    {
        IElement shown = Render(Show(("text/html",
            Theme.Output(Html.Of($"<figure class=\"bp-card\">x</figure>")).Content)))!;

        Assert.Empty(shown.QuerySelectorAll("style"));
        Assert.NotNull(shown.QuerySelector("div.bp > figure.bp-card"));
    }

    [Fact]
    public void A_chart_carries_its_figure_only_where_plotly_is_there()
    {
        MimeBundle chart = new MimeBundle().Add(MimeBundle.Text, "chart").Add(MimeBundle.Html, "<svg></svg>")
            .Add(MimeBundle.Plotly,
                JsonNode.Parse("""{"data":[{"name":"</script><script>alert(1)</script>"}],"layout":{}}""")!);

        IElement with = Render(isInteractive: true, new DisplayEntry(chart))!;
        IElement without = Render(new DisplayEntry(chart))!;

        IElement read = Dom.Parse(with.OuterHtml);
        Assert.Equal("application/json", Assert.Single(read.QuerySelectorAll("script")).GetAttribute("type"));
        Assert.Equal("</script><script>alert(1)</script>",
            (string?)JsonNode.Parse(read.QuerySelector("script")!.TextContent)!["data"]![0]!["name"]);
        Assert.NotNull(read.QuerySelector(".figure > .still svg"));
        Assert.Empty(without.QuerySelectorAll("script"));
        Assert.NotNull(without.QuerySelector("svg"));
    }

    [Fact]
    public void A_cell_without_outputs_shows_nothing()
    {
        Assert.Null(Render());
    }

    private static DisplayEntry Show(params (string Mime, string Content)[] formats)
    {
        var bundle = new MimeBundle();
        foreach ((string mime, string content) in formats)
            bundle.Add(mime, content);
        return new DisplayEntry(bundle);
    }

    private static IElement? Render(params NotebookOutput[] outputs) => Render(isInteractive: false, outputs);

    private static IElement? Render(bool isInteractive, params NotebookOutput[] outputs)
    {
        var cell = new NotebookCell(CellKind.Code, "c", "x");
        cell.Outputs.AddRange(outputs);
        return new OutputView(new TextPage("/nowhere").View, isInteractive).Render(cell);
    }
}
