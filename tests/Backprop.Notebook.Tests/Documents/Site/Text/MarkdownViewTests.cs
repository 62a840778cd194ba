using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Backprop.Tests.Documents;

public sealed class MarkdownViewTests : IDisposable
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Formulas_become_MathML_in_the_line_and_on_their_own()
    {
        IElement root = TextPage.Render("Slope $z_{i,j}*2*$ and $$o = 1$$ and\n\n$$\na < b\n$$\n\ncosts $5 or $10");

        Assert.Equal([null, "block", "block"], root.QuerySelectorAll("math").Select(m => m.GetAttribute("display")));
        Assert.Equal("a < b", root.QuerySelectorAll("math")[2].GetAttribute("alttext"));
        Assert.Contains("costs $5 or $10", root.TextContent, StringComparison.Ordinal);
        Assert.Empty(root.QuerySelectorAll("em"));
    }

    [Fact]
    public void A_table_scrolls_has_heads_and_keeps_its_alignment()
    {
        IElement root = TextPage.Render("| a | b |\n|---|--:|\n| $x$ | 2 |");

        IElement table = root.QuerySelector("div.bp-scroll[tabindex='0'] > table.bp-tbl")!;
        Assert.All(table.QuerySelectorAll("th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.Equal("a-right", table.QuerySelectorAll("td")[1].ClassName);
        Assert.NotNull(table.QuerySelector("td math"));
    }

    [Fact]
    public void Code_is_coloured_only_where_it_is_CSharp()
    {
        IElement root = TextPage.Render("```csharp\nint a = 1;\n```\n\n```python\nint(1)\n```\n\n    <b>\n");

        Assert.Equal(["int a = 1;", "int(1)", "<b>"],
            root.QuerySelectorAll("pre.bp-code > code").Select(c => c.TextContent));
        Assert.Equal(["int", "1"], root.QuerySelectorAll("pre span").Select(s => s.TextContent));
    }

    [Fact]
    public void Headings_get_names_and_the_page_has_one_title()
    {
        var page = new TextPage(folder.Path);

        IElement first = page.View.Render("# Title\n## 1. A slope, by nudging\n## Main\n## Ω");
        IElement second = page.View.Render("# Again\n## 1. A slope, by nudging\n### `x` & <b>y</b>");

        Assert.Equal(["title", "1-a-slope-by-nudging", "main-2", "ω"],
            first.QuerySelectorAll("h1,h2").Select(h => h.Id));
        Assert.Equal(["again", "1-a-slope-by-nudging-2", "x-y"], second.QuerySelectorAll("h2,h3").Select(h => h.Id));
        Assert.Equal(["1. A slope, by nudging", "Main", "Ω", "Again", "1. A slope, by nudging"],
            page.Headings.Sections.Select(s => s.Text));
    }

    [Fact]
    public void Links_inside_the_page_may_be_written_as_Jupyter_writes_them()
    {
        var page = new TextPage(folder.Path);
        IElement root = page.View.Render("[a](#5.-One-table) [b](#5-one-table) [c](#gone)\n\n## 5. One table");

        page.Headings.LeadLinks(root);

        Assert.Equal(["#5-one-table", "#5-one-table", "#gone"],
            root.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Links_to_notebooks_of_the_run_lead_to_their_pages()
    {
        folder.Write("a.ipynb", Ipynb.Of());
        folder.Write("part b/x.ipynb", Ipynb.Of());

        IElement root = new TextPage(folder.Path).View.Render(
            "[1](part%20b/x.ipynb#top) [2](./a.ipynb) [3](other.ipynb) [4](data.csv) [5](https://example.org/x.ipynb) [6](mailto:a@b.c)");

        Assert.Equal(["part%20b/x.html#top", "a.html", "other.ipynb", "data.csv", "https://example.org/x.ipynb",
            "mailto:a@b.c"],
            root.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("noopener noreferrer", root.QuerySelectorAll("a")[4].GetAttribute("rel"));
    }

    [Fact]
    public void Local_pictures_are_embedded_and_remembered()
    {
        folder.Write("my figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var page = new TextPage(folder.Path);

        IElement root = page.View.Render("![Two *lines*](my%20figures/a.svg)\n\n<img src=\"my figures/a.svg\" width=20>");

        IElement[] pictures = [.. root.QuerySelectorAll("img")];
        Assert.All(pictures, p => Assert.StartsWith("data:image/svg+xml;base64,", p.GetAttribute("src"),
            StringComparison.Ordinal));
        Assert.Equal(["Two lines", ""], pictures.Select(p => p.GetAttribute("alt")));
        Assert.Equal(folder["my figures/a.svg"], page.Pictures.Files["my figures/a.svg"]);
    }

    [Fact]
    public void An_attachment_is_embedded()
    {
        JsonObject attachments = JsonNode.Parse($$$"""{"p q.png":{"image/png":"{{{Dot}}}"}}""")!.AsObject();

        IElement root = TextPage.Render("![a](attachment:p%20q.png) ![b](attachment:gone.png)", attachments);

        Assert.Equal($"data:image/png;base64,{Dot}", root.QuerySelector("img")!.GetAttribute("src"));
        Assert.Contains("Attachment missing: attachment:gone.png (b)", root.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone.png", "Picture not found: gone.png")]
    [InlineData("/etc/passwd.png", "Picture outside the notebook's folder")]
    [InlineData("a.ipynb", "Picture of an unknown kind")]
    [InlineData("https://example.org/a.png", "Picture from another place, not loaded: https://example.org/a.png")]
    [InlineData("//example.org/a.png", "Picture from another place")]
    [InlineData("data:text/html,x", "Picture of an unknown kind")]
    public void A_picture_that_cannot_be_shown_leaves_a_note(string source, string note)
    {
        IElement root = new TextPage(folder.Path).View.Render($"![what it shows]({source})");

        Assert.Empty(root.QuerySelectorAll("img"));
        IElement missing = root.QuerySelector("[role=note]")!;
        Assert.Contains(note, missing.TextContent, StringComparison.Ordinal);
        Assert.Contains("what it shows", missing.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_notes_and_goals_get_their_frames()
    {
        IElement root = TextPage.Render("""
            **Lesson 8 of 21.** About 35 minutes.

            **When you are done you can**

            1. draw

            **Predict.** Up or down?

            > **A slip in the notes.** They print y.

            > just a quote

            **What happened.** Down.
            """);

        Assert.Equal("Lesson 8 of 21. About 35 minutes.", root.QuerySelector("p.meta")!.TextContent);
        Assert.NotNull(root.QuerySelector("div.goals > p + ol"));
        Assert.Equal("Predict. Up or down?", root.QuerySelector("p.box.pred")!.TextContent);
        Assert.NotNull(root.QuerySelector("div.box[role=note] > p > strong"));
        Assert.Single(root.QuerySelectorAll("blockquote"));
    }

    [Fact]
    public void Tasks_are_drawn_as_boxes()
    {
        Assert.Equal("☑ done\n☐ open", TextPage.Render("- [x] done\n- [ ] open").TextContent.Trim());
    }
}
