using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Backprop.Display;

namespace Backprop.Tests.Display;

/// <summary>Charts made of charts, and what each chart brings beside its drawing.</summary>
public partial class ChartPanelTests
{
    public static TheoryData<string> Names => new(ChartGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_brings_a_drawing_for_hosts_without_html(string name)
    {
        string svg = (string)ChartGallery.All[name].ToBundle().Formats[MimeBundle.Svg];
        XElement root = Markup.AssertWellFormed(svg);
        Assert.Equal("svg", root.Name.LocalName);
        Assert.Matches(@"\d", root.Attribute("aria-label")!.Value);
        Assert.DoesNotContain(Backprop.Display.Html.IdPrefix, svg, StringComparison.Ordinal);
        string[] ids = [.. root.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        // What refers to an id must find it, or it is not drawn at all.
        Assert.All(Reference().Matches(svg), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_brings_its_numbers_as_tables(string name)
    {
        XElement root = Markup.AssertWellFormed(Html(ChartGallery.All[name]));
        XElement details = root.Descendants("details").Single(d => (string?)d.Attribute("class") == "bp-data");
        Assert.Null(details.Attribute("open"));
        XElement[] tables = [.. details.Descendants("table")];
        Assert.NotEmpty(tables);
        Assert.All(tables, t => Assert.NotEmpty(t.Descendants("td")));
        Assert.All(tables.SelectMany(t => t.Descendants("th")), th => Assert.NotNull(th.Attribute("scope")));
    }

    [Fact]
    public void A_table_of_many_points_says_how_many_it_shows()
    {
        string html = Html(Chart.Line(new double[60_000]));
        Assert.Contains("showing 20 of 60\u202F000 points, evenly spaced", html, StringComparison.Ordinal);
        Assert.Contains(">59\u202F999<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_author_found_is_said_first()
    {
        Chart chart = Chart.Line([1.0, 2]).WithTitle("Loss").WithDescription("The loss doubles.");
        Assert.StartsWith("Loss\n  The loss doubles.\n", chart.ToString(), StringComparison.Ordinal);
        XElement drawing = Markup.AssertWellFormed(Html(chart)).Descendants()
            .First(e => e.Name.LocalName == "svg");
        Assert.StartsWith("The loss doubles. Loss.", drawing.Attribute("aria-label")!.Value, StringComparison.Ordinal);
        Assert.Contains("<p class=\"bp-cap\">The loss doubles.</p>", Html(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_is_one_plotly_figure_with_axes_for_each_chart()
    {
        JsonNode figure = Figure(Chart.Grid(
            [Chart.Line([1.0, 2]).WithTitle("one"), Chart.Heatmap(new double[2, 2]), Chart.Line([3.0])], nCols: 2));
        Assert.Equal(["x", "x2", "x3"], figure["data"]!.AsArray().Select(t => (string)t!["xaxis"]!));
        JsonObject layout = figure["layout"]!.AsObject();
        Assert.All(new[] { "xaxis", "yaxis2", "xaxis3" }, axis => Assert.NotNull(layout[axis]!["domain"]));
        Assert.Equal("y2", (string?)layout["xaxis2"]!["anchor"]);
        double above = (double)layout["yaxis"]!["domain"]![0]!;
        Assert.True((double)layout["yaxis3"]!["domain"]![1]! < above);
        Assert.Contains(layout["annotations"]!.AsArray(), a => (string?)a!["text"] == "one");
    }

    [Fact]
    public void Names_that_all_charts_of_a_grid_share_stand_once()
    {
        string svg = (string)ChartGallery.All["chart-grid"].ToBundle().Formats[MimeBundle.Svg];
        Assert.Single(SlopeName().Matches(svg));
    }

    [Fact]
    public void A_grid_too_long_for_one_output_shows_its_first_charts_and_says_so()
    {
        var random = new Random(1);
        Chart[] charts = [.. Enumerable.Range(0, 300).Select(_ => Chart.Image(Noise(random)))];
        string html = Html(Chart.Grid(charts, nCols: 10));
        Assert.InRange(html.Length, 1, 200_000);
        Assert.Matches("Showing the first [0-9]+ of 300 charts\\.", html);
    }

    [Fact]
    public void Frames_show_the_last_one_until_another_is_picked()
    {
        XElement root = Markup.AssertWellFormed(Html(ChartGallery.All["chart-frames"]));
        XElement[] choices = [.. root.Descendants("input")];
        Assert.Equal(6, choices.Length);
        Assert.Equal("epoch 60", choices.Single(c => c.Attribute("checked") is not null).Attribute("aria-label")!.Value);
        Assert.Single(choices.Select(c => c.Attribute("name")!.Value).Distinct());
        XElement[] frames = [.. root.Descendants("div").Where(d => (string?)d.Attribute("class") == "bp-frame")];
        // Where styles are cut out, the attribute hides the others.
        Assert.Equal([true, true, true, true, true, false], frames.Select(f => f.Attribute("hidden") is not null));
        Assert.Contains("epoch 60", ChartGallery.All["chart-frames"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_too_long_for_one_output_are_thinned_to_the_last_and_say_so()
    {
        string html = Html(Chart.Frames(Enumerable.Range(0, 200).Select(i => ($"{i}", ChartGallery.All["chart-lines"]))));
        Assert.InRange(html.Length, 1, 200_000);
        Assert.Matches("Showing [0-9]+ of 200 frames, evenly spaced\\.", html);
        Assert.Contains("aria-label=\"frame 199\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_axes_holds_for_every_chart_inside()
    {
        Chart chart = Chart.Grid([Chart.Line([1.0]), Chart.Line([2.0])]).WithXAxisStyle("epoch").WithVerticalLine(1, "here");
        JsonObject layout = Figure(chart)["layout"]!.AsObject();
        Assert.Equal("epoch", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal("epoch", (string?)layout["xaxis2"]!["title"]!["text"]);
        Assert.Equal(["x", "x2"], layout["shapes"]!.AsArray().Select(s => (string)s!["xref"]!));
    }

    [Fact]
    public void Charts_that_do_not_fit_together_are_named_with_the_way_out()
    {
        Chart grid = Chart.Grid([Chart.Line([1.0])]);
        Chart surface = Chart.Surface(new double[3, 3]);
        Assert.Contains("Combine first", Message(() => Chart.Combine(grid, surface)), StringComparison.Ordinal);
        Assert.Contains("Chart.Contour", Message(() => Chart.Combine(surface, grid)), StringComparison.Ordinal);
        Assert.Contains("Give one grid", Message(() => Chart.Grid([grid])), StringComparison.Ordinal);
        Assert.Equal(
            "Chart.Grid: 1 × 1 has no room for 2 charts. Leave out nRows or nCols.",
            Message(() => Chart.Grid([surface, surface], 1, 1)));
        Assert.Contains("there is no frame", Message(() => Chart.Frames([])), StringComparison.Ordinal);
        Assert.Contains("one list", Message(() => Chart.Frames([("a", Chart.Frames([("b", surface)]))])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_saved_as_a_page_of_its_own()
    {
        using var folder = new Documents.TempFolder();
        ChartGallery.All["chart-lines"].SaveHtml(folder["loss.html"]);
        string page = folder.Read("loss.html");
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Loss</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Equal(["loss.html"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    private static double[,] Noise(Random random)
    {
        var z = new double[16, 16];
        for (int i = 0; i < 256; i++)
            z[i / 16, i % 16] = random.NextDouble();
        return z;
    }

    private static string Message(Func<Chart> make) => Assert.Throws<ArgumentException>(make).Message;

    private static string Html(Chart chart) => (string)chart.ToBundle().Formats[MimeBundle.Html];

    private static JsonNode Figure(Chart chart) => (JsonNode)chart.ToBundle().Formats[MimeBundle.Plotly];

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(">f′\\(x\\)<")]
    private static partial Regex SlopeName();
}
