using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;
using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Documents;

public sealed class SiteWriterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_notebook_gets_an_executed_notebook_a_page_and_its_pictures()
    {
        folder.Write("in/figures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        folder.Write("in/03-one.ipynb", Ipynb.Of(Ipynb.Text("# One: first\n![x](figures/a.svg)"), Ipynb.Code("1 + 1")));
        folder.Write("in/part/04-two.ipynb", Ipynb.Of(Ipynb.Text("# Two\n![x](../figures/a.svg)"),
            Ipynb.Code("2 + 2")));

        await Run();

        Assert.Equal(["03-one.html", "03-one.ipynb", "figures/a.svg", "index.html", "part/04-two.html",
            "part/04-two.ipynb"], OutFiles());
        NotebookSchema.Check(folder.Read("out/03-one.ipynb"));
        Assert.Contains("<1 + 1>", folder.Read("out/03-one.ipynb"), StringComparison.Ordinal);
        IDocument page = Page("03-one.html");
        Assert.Equal("One: first · Backprop", page.Title);
        Assert.Equal("One: first", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("<1 + 1>", page.QuerySelector("#cell-1 .out pre")!.TextContent);
        Assert.StartsWith("data:image/svg+xml", page.QuerySelector("main img")!.GetAttribute("src"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_know_their_neighbours_and_the_list()
    {
        folder.Write("in/1-a.ipynb", Ipynb.Of(Ipynb.Text("# A")));
        folder.Write("in/x y/2-b.ipynb", Ipynb.Of(Ipynb.Text("# B")));
        folder.Write("in/x y/3-c.ipynb", Ipynb.Of(Ipynb.Text("## only a section")));

        await Run();

        IDocument page = Page("x y/2-b.html");
        Assert.Equal(["../1-a.html", "../x%20y/2-b.html", "../x%20y/3-c.html"], Links(page, ".side a"));
        Assert.Equal("2 B", page.QuerySelector(".side [aria-current=page]")!.TextContent.Trim());
        Assert.Equal("../1-a.html", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("../x%20y/3-c.html", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("../index.html", page.QuerySelector("a.logo")!.GetAttribute("href"));
        Assert.Equal("only a section", Page("x y/3-c.html").QuerySelector("h1")!.TextContent);
        Assert.Equal(["1-a.html", "x%20y/2-b.html", "x%20y/3-c.html"], Links(Page("index.html"), ".ls a"));
    }

    [Fact]
    public async Task The_list_holds_the_words_of_all_sections_for_its_search()
    {
        folder.Write("in/02-a.ipynb", Ipynb.Of(Ipynb.Text("# Slopes\n\nA slope </script> is steep.\n\n## The chain\n\nGears multiply.")));
        await Run();
        IDocument page = Page("index.html");
        string data = page.QuerySelector("#bp-search-data")!.TextContent;
        JsonArray sections = JsonNode.Parse(data)!.AsArray();
        Assert.Equal(["Slopes", "The chain"], sections.Select(section => (string)section!["title"]!));
        Assert.Equal("02-a.html#the-chain", (string)sections[1]!["url"]!);
        Assert.Equal("Gears multiply.", (string)sections[1]!["text"]!);
        Assert.True(page.QuerySelector("#bp-search")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task The_map_draws_an_arrow_for_each_need_that_does_not_follow_from_others()
    {
        folder.Write("in/02-a.ipynb", Ipynb.Of(Ipynb.Text("# Slopes\n\n**You need** C#.")));
        folder.Write("in/03-b.ipynb", Ipynb.Of(Ipynb.Text("# Lines\n\n**You need** lesson 2 (slopes).")));
        folder.Write("in/08-c.ipynb", Ipynb.Of(Ipynb.Text("# Graphs\n\n**You need** C#, and lessons 2, 3 and 21.")));
        await Run();
        IDocument page = Page("index.html");
        Assert.Equal(2, page.QuerySelectorAll(".map .lines path").Length);
        Assert.Equal(["02-a.html", "03-b.html", "08-c.html"], Links(page, ".map a"));
    }

    [Fact]
    public async Task The_list_tells_how_each_lesson_went()
    {
        folder.Write("in/1-good.ipynb",
            Ipynb.Of(Ipynb.Text("# Good\n**Lesson 1.** About 35 minutes to read, 45 more. 20 points."),
                Ipynb.Code("ok")));
        folder.Write("in/2-bad.ipynb", Ipynb.Of(Ipynb.Text("# Bad"), Ipynb.Code("ok"), Ipynb.Code("bad"),
            Ipynb.Code("never")));
        folder.Write("in/3-broken.ipynb", "{");

        await Run();

        IElement[] entries = [.. Page("index.html").QuerySelectorAll(".ls li")];
        Assert.Equal(["done", "failed", "failed"], entries.Select(e => e.ClassName));
        Assert.Contains("35 min · 20 points", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("cell 2, line 7: Oops: it <broke>", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("3-broken", entries[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("is not JSON", entries[2].TextContent, StringComparison.Ordinal);
        Assert.Null(entries[2].QuerySelector("a"));
        Assert.DoesNotContain("3-broken.html", OutFiles());
        Assert.DoesNotContain(folder.Path, folder.Read("out/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_failed_says_so_and_leads_to_the_place()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Text("# A"), Ipynb.Code("ok"), Ipynb.Code("bad"),
            Ipynb.Code("never")));

        await Run();

        IDocument page = Page("a.html");
        Assert.Contains("Stopped at cell 2, line 7: Oops", page.QuerySelector(".bp-alarm")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("#cell-2", page.QuerySelector(".bp-alarm a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#cell-2 .error"));
        Assert.NotNull(page.QuerySelector("#cell-2 .stopped"));
        Assert.Null(page.QuerySelector("#cell-3"));
        Assert.Contains("never", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, folder.Read("out/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_request_leaves_a_page_with_or_without_scripts()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(
            Ipynb.Text("# A\n$x^2$ [web](https://example.org) ![x](https://example.org/a.png) <img src=//example.org/b.png>"),
            Ipynb.Code("html"), Ipynb.Code("chart")));
        folder.Write("assets/node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
            "window.Plotly = '</script><!-- ';");
        folder.Write("assets/node_modules/katex/dist/katex.min.js", "window.katex = 1;");
        folder.Write("assets/node_modules/katex/dist/katex.min.css",
            "@font-face{font-family:K;src:url(fonts/K.woff2) format(\"woff2\"),url(fonts/K.ttf) format(\"truetype\")}");
        folder.Write("assets/node_modules/katex/dist/fonts/K.woff2", "font");

        foreach (Assets assets in new[] { Assets.None, Assets.Find(folder["assets"]) })
        {
            await Run(assets);
            foreach (string file in new[] { "a.html", "index.html" })
            {
                IDocument page = Page(file);
                NothingRuns.CheckLinks(page.DocumentElement);
                Assert.DoesNotMatch(@"url\((?!data:|#)",
                    string.Concat(page.QuerySelectorAll("style").Select(s => s.TextContent)));
                string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
                Assert.StartsWith("default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
                bool hasScript = page.QuerySelectorAll("script:not([type])").Length > 0;
                Assert.Contains(hasScript ? "script-src 'unsafe-inline'" : "script-src 'none'", policy,
                    StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Scripts_stand_once_in_pages_that_use_them_and_nowhere_else()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Text("$x$ and $y$"), Ipynb.Code("chart"), Ipynb.Code("chart")));
        folder.Write("in/b.ipynb", Ipynb.Of(Ipynb.Text("plain")));
        folder.Write("assets/node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js", "window.Plotly = 1;");
        folder.Write("assets/node_modules/katex/dist/katex.min.js", "window.katex = 1;");

        await Run(Assets.Find(folder["in"]));

        Assert.Equal(2, folder.Read("out/a.html").Split("window.Plotly = 1;").Length);
        Assert.Equal(2, folder.Read("out/a.html").Split("window.katex = 1;").Length);
        Assert.Equal(2, Page("a.html").QuerySelectorAll(".figure > script[type='application/json']").Length);
        Assert.Empty(Page("b.html").QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Output_of_ten_megabytes_is_cut_in_notebook_and_page()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Code("huge")));

        await Run();

        Assert.InRange(new FileInfo(folder["out/a.ipynb"]).Length, 5_000_000, 5_700_000);
        Assert.InRange(new FileInfo(folder["out/a.html"]).Length, 5_000_000, 5_700_000);
        Assert.Contains("Output cut here: at most 5 MB are kept, the cell wrote 10.0 MB.",
            Page("a.html").QuerySelector(".stderr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_else_in_the_output_folder_is_touched()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Code("ok")));
        folder.Write("out/mine.txt", "mine");
        folder.Write("out/old.html", "old");

        await Run();
        await Run();

        Assert.Equal(["a.html", "a.ipynb", "index.html", "mine.txt", "old.html"], OutFiles());
        Assert.Equal("mine", folder.Read("out/mine.txt"));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_said_before_anything_runs()
    {
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Code("ok")));
        folder.Write("file", "");
        RunPlan plan = RunPlan.Create([folder["in"]], folder["file/out"]);

        var error = Assert.Throws<UsageException>(() => new SiteWriter(plan, Assets.None));

        Assert.StartsWith($"{folder["file/out"]}: cannot be written, ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Choose another output folder with --out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_from_above_the_run_is_in_the_page_but_not_copied_outside()
    {
        folder.Write("secret/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        folder.Write("in/a.ipynb", Ipynb.Of(Ipynb.Text("![x](../secret/a.svg)")));

        await Run();

        Assert.NotNull(Page("a.html").QuerySelector("main img"));
        Assert.Equal(["a.html", "a.ipynb", "index.html"], OutFiles());
    }

    private static string[] Links(IDocument page, string selector)
    {
        return [.. page.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];
    }

    private async Task Run(Assets? assets = null)
    {
        RunPlan plan = RunPlan.Create([folder["in"]], folder["out"]);
        var site = new SiteWriter(plan, assets ?? Assets.None);
        var runner = new NotebookRunner(_ => FakeRunner.Of(Play));
        foreach (PlannedNotebook notebook in plan.Notebooks)
            site.Write(await runner.RunAsync(notebook));
        site.WriteIndex();
    }

    private static CellResult Play(string code, Action<Output> output)
    {
        switch (code)
        {
            case "bad":
                return FakeRunner.Failed("Oops", "it <broke>", line: 7);
            case "huge":
                for (int i = 0; i < 100; i++)
                    output(new StreamOutput(new string('x', 99_999) + "\n", IsError: false));
                return FakeRunner.Ok;
            case "html":
                return new CellResult(CellStatus.Ok, new MimeBundle().Add(MimeBundle.Html,
                    "<script src=https://example.org/a.js></script><img src=https://example.org/a.png><link rel=preload href=https://example.org>"));
            case "chart":
                return new CellResult(CellStatus.Ok, new MimeBundle().Add(MimeBundle.Svg, "<svg></svg>")
                    .Add(MimeBundle.Plotly, JsonNode.Parse("""{"data":[],"layout":{}}""")!));
            default:
                return FakeRunner.Value($"<{code}>");
        }
    }

    private IDocument Page(string file) => new HtmlParser().ParseDocument(folder.Read($"out/{file}"));

    private string[] OutFiles() => [.. folder.Files().Where(f => f.StartsWith("out/",
        StringComparison.Ordinal)).Select(f => f[4..])];
}
