using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Backprop.Display;

namespace Backprop.Tests.Display;

public partial class ChartTests
{
    private const string Attack = "<script>alert(1)</script>\"'&\u0001\uD800";

    public static TheoryData<string> Names => new(ChartGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_is_plotly_json_html_and_text(string name)
    {
        MimeBundle bundle = ChartGallery.All[name].ToBundle();
        var figure = (JsonObject)bundle.Formats[MimeBundle.Plotly];
        Assert.IsType<JsonArray>(figure["data"]);
        Assert.IsType<JsonObject>(figure["layout"]);
        // Written and read again: no NaN, no infinity.
        Assert.NotNull(JsonNode.Parse(figure.ToJsonString()));
        Assert.DoesNotContain("<script", (string)bundle.Formats[MimeBundle.Html], StringComparison.Ordinal);
        Assert.NotEmpty(bundle.PlainText);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_html_is_well_formed_its_ids_are_unique_and_its_drawings_have_words(string name)
    {
        string html = Html(ChartGallery.All[name]);
        XElement root = Markup.AssertWellFormed(html);
        string[] ids = [.. root.DescendantsAndSelf().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^bp-[0-9a-f]{10}-", id));
        Assert.DoesNotContain(Backprop.Display.Html.IdPrefix, html, StringComparison.Ordinal);
        XElement[] drawings = [.. root.Descendants().Where(e => e.Name.LocalName == "svg")];
        Assert.NotEmpty(drawings);
        Assert.All(drawings, svg => Assert.Matches(@"\d", svg.Attribute("aria-label")!.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_stays_within_its_budget(string name)
    {
        MimeBundle bundle = ChartGallery.All[name].ToBundle();
        Assert.InRange(((string)bundle.Formats[MimeBundle.Html]).Length, 1, 200_000);
        Assert.InRange(((JsonObject)bundle.Formats[MimeBundle.Plotly]).ToJsonString().Length, 1, 200_000);
    }

    [Fact]
    public void Any_two_sequences_of_numbers_can_be_drawn()
    {
        JsonNode data =
            Trace(Chart.Line(new List<int> { 1, 2 }, new float[] { 0.1f, 0.2f }.Select(v => (decimal)v), Name: "a"));
        Assert.Equal("[1,2]", data["x"]!.ToJsonString());
        Assert.Equal("[0.1,0.2]", data["y"]!.ToJsonString());
        Assert.Equal("""["a","b"]""", Trace(Chart.Line(["a", "b"], [1, 2]))["x"]!.ToJsonString());
        Assert.Equal("[0,1]", Trace(Chart.Line([5, 6], Name: "y alone"))["x"]!.ToJsonString());
        Assert.Equal("[1,null]", Trace(Chart.Line([1, 2], new double?[] { 1, null }))["y"]!.ToJsonString());
    }

    [Fact]
    public void Lengths_that_differ_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line([1, 2, 3], [1, 2]));
        Assert.Equal("Chart.Line: x has 3 values and y has 2. Each y needs one x.", error.Message);
    }

    [Fact]
    public void Items_that_are_no_numbers_are_named_with_the_way_out()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line([1], [new { Loss = 2 }]));
        Assert.Contains(
            "y of Chart.Line must be numbers or text, but holds anonymous", error.Message, StringComparison.Ordinal);
        Assert.Contains(".Select(i => i.…)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_differ_in_length_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Heatmap(new double[][] { [1, 2], [3] }));
        Assert.Contains("row 0 has 2 numbers and row 1 has 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_never_changes()
    {
        double[] y = [1, 2, 3];
        Chart chart = Chart.Line(y);
        string before = chart.ToString();
        y[0] = 100;
        _ = chart.WithTitle("another");
        Assert.Equal(before, chart.ToString());
    }

    public static TheoryData<string> OddData =>
        new("empty", "one", "constant", "zeros", "nan", "infinite", "huge", "tiny", "gaps", "negative");

    [Theory]
    [MemberData(nameof(OddData))]
    public void Odd_data_draw_without_broken_numbers(string name)
    {
        double[] y = Odd(name);
        double[] x = [.. y.Select((_, i) => (double)i)];
        double[,] z = new double[1, y.Length];
        for (int i = 0; i < y.Length; i++)
            z[0, i] = y[i];
        Chart[] charts =
        [
            Chart.Line(x, y), Chart.Line(y, y), Chart.Point(x, y), Chart.Column(y), Chart.Bar(y), Chart.Histogram(y),
            Chart.Heatmap(z), Chart.Contour(z, x, [0.0]), Chart.Combine(),
            Chart.Combine(Chart.Line(x, y, Name: "a"), Chart.Line(x, y, Name: "b")),
        ];
        foreach (Chart chart in charts)
        {
            AssertDrawn(chart);
            AssertDrawn(chart.WithYAxisStyle(Log: true).WithXAxisStyle(Log: true));
            AssertDrawn(chart.WithYAxisStyle(MinMax: (1, 0)).WithXAxisStyle(MinMax: (double.NaN, 1)));
        }
    }

    [Fact]
    public void A_gap_breaks_the_line_and_is_mentioned()
    {
        string html = Html(Chart.Line([1.0, 2, double.NaN, 4, 5]));
        string path = PathOf(html);
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.Contains("1 value is NaN or infinite and left out.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_log_axis_cannot_show_is_mentioned()
    {
        string html = Html(Chart.Line([1.0, 0, -1, 10]).WithYAxisStyle(Log: true));
        Assert.Contains("2 values are not above 0: a log axis cannot show them.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_peak_among_very_many_points_is_still_drawn()
    {
        double[] y = new double[1_000_000];
        y[654_321] = 1;
        string path = PathOf(Html(Chart.Line(y)));
        double[] heights = [.. Numbers().Matches(path)
            .Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(heights.Where((_, i) => i % 2 == 1).Min(), 0, 40);
        string json = ((JsonObject)Chart.Line(y).ToBundle().Formats[MimeBundle.Plotly]).ToJsonString();
        Assert.Contains("654321", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_never_becomes_markup()
    {
        Chart chart = Chart.Combine(
                Chart.Line([1, 2], [1, 2], Name: Attack),
                Chart.Point([1, 2], [1, 2], Name: Attack, MultiText: [Attack, Attack]),
                Chart.Column([1, 2], Keys: [Attack, Attack + "2"], Name: Attack))
            .WithTitle(Attack).WithXAxisStyle(Attack).WithYAxisStyle(Attack)
            .WithAnnotation(1, 1, Attack).WithVerticalLine(1, Attack).WithHorizontalLine(1, Attack);
        AssertDrawn(chart);
        AssertDrawn(Chart.Heatmap(new double[][] { [1] }, X: [Attack], Y: [Attack], Name: Attack));
        string html = Html(chart);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        string json = ((JsonObject)chart.ToBundle().Formats[MimeBundle.Plotly]).ToJsonString();
        Assert.DoesNotContain(
            "<script", JsonDocument.Parse(json).RootElement.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Five_series_differ_in_more_than_colour()
    {
        XElement root = Markup.AssertWellFormed(Html(ChartGallery.All["chart-series"]));
        string[] dashes = [.. root.Descendants()
            .Where(e => ((string?)e.Attribute("class"))?.StartsWith("st ", StringComparison.Ordinal) == true)
            .Select(e => (string?)e.Attribute("stroke-dasharray") ?? "solid").Distinct()];
        Assert.Equal(5, dashes.Length);
    }

    [Fact]
    public void Combined_charts_keep_the_first_title_and_axes()
    {
        Chart chart = Chart.Combine(
            Chart.Line([1, 2]).WithTitle("first").WithYAxisStyle("loss"),
            Chart.Line([2, 3]).WithTitle("second").WithXAxisStyle("epoch").WithYAxisStyle(Log: true));
        var layout = (JsonObject)((JsonObject)chart.ToBundle().Formats[MimeBundle.Plotly])["layout"]!;
        Assert.Equal("first", (string?)layout["title"]!["text"]);
        Assert.Equal("loss", (string?)layout["yaxis"]!["title"]!["text"]);
        Assert.Equal("log", (string?)layout["yaxis"]!["type"]);
        Assert.Equal("epoch", (string?)layout["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void The_same_chart_is_the_same_text_every_time()
    {
        Assert.Equal(Html(ChartGallery.All["chart-columns"]), Html(ChartGallery.All["chart-columns"]));
    }

    private static double[] Odd(string name) => name switch
    {
        "empty" => [],
        "one" => [3],
        "constant" => [5, 5, 5],
        "zeros" => [0, 0],
        "nan" => [double.NaN, double.NaN],
        "infinite" => [1, double.PositiveInfinity, double.NegativeInfinity],
        "huge" => [-double.MaxValue, double.MaxValue, 1e300],
        "tiny" => [5e-324, 1e-310, 1e-320],
        "gaps" => [1, double.NaN, 3, double.NaN, double.NaN, 2],
        _ => [-3, -2, -10],
    };

    private static void AssertDrawn(Chart chart)
    {
        string html = Html(chart);
        Markup.AssertWellFormed(html);
        string drawing = html[html.IndexOf("<figure", StringComparison.Ordinal)..];
        foreach (Match number in Coordinates().Matches(drawing))
            Assert.DoesNotMatch("NaN|Infinity|∞|E", number.Value);
        Assert.NotNull(JsonNode.Parse(((JsonObject)chart.ToBundle().Formats[MimeBundle.Plotly]).ToJsonString()));
        Assert.NotEmpty(chart.ToString());
    }

    private static string Html(Chart chart) => (string)chart.ToBundle().Formats[MimeBundle.Html];

    private static JsonNode Trace(Chart chart) =>
        ((JsonObject)chart.ToBundle().Formats[MimeBundle.Plotly])["data"]![0]!;

    private static string PathOf(string html) => LinePath().Match(html).Groups[1].Value;

    [GeneratedRegex(" class=\"st c1\"[^>]* d=\"([^\"]*)\"")]
    private static partial Regex LinePath();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("(?: d| x| y| width| height| cx| cy| r|viewBox)=\"[^\"]*\"")]
    private static partial Regex Coordinates();
}
