using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Tests.Display;

/// <summary>A chart of Plotly.NET displays through our layer, by name alone.</summary>
public class GenericChartTests
{
    private static readonly string Loss = PlotlyNet.Figure(
        [new { type = "scatter", mode = "lines", name = "train", x = new[] { 1, 2, 3 }, y = new[] { 0.9, 0.5, 0.3 } }],
        new { title = new { text = "<b>Loss</b>" }, xaxis = new { title = new { text = "epoch" } } });

    public static TheoryData<string> Shapes => new("from version 5", "before version 5");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Both_shapes_of_the_package_show_figure_drawing_and_text(string shape)
    {
        object chart = shape == "from version 5" ? PlotlyNet.FromVersion5(Loss) : PlotlyNet.BeforeVersion5(Loss);
        MimeBundle bundle = Formatter.ToBundle(chart);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Loss), (JsonNode)bundle.Formats[MimeBundle.Plotly]));
        Assert.Contains("<svg", (string)bundle.Formats[MimeBundle.Html], StringComparison.Ordinal);
        Assert.StartsWith("Loss (x: epoch)\n  train  3 points, 0.9000 → 0.3000", bundle.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Traces_with_a_counterpart_among_ours_are_drawn_as_it()
    {
        string text = Text(
            new { type = "scatter", mode = "markers", name = "a", x = new[] { 1, 2 }, y = new[] { 3, 4 } },
            new { type = "heatmap", name = "b", z = new[] { new[] { 1, 2 }, [3, 4] } },
            new { type = "contour", name = "c", z = new[] { new[] { 1, 2 }, [3, 4] } });
        Assert.Contains("a  2 points, x from 1 to 2, y from 3 to 4", text, StringComparison.Ordinal);
        Assert.Contains("b  2 × 2 values from 1 to 4", text, StringComparison.Ordinal);
        Assert.Contains("c  2 × 2 heights from 1 to 4", text, StringComparison.Ordinal);
        Assert.Contains("bars  x 1, y 2", Text(new { type = "bar", x = new[] { "x", "y" }, y = new[] { 1, 2 } }),
            StringComparison.Ordinal);
        Assert.Contains("bars  x 1, y 2",
            Text(new { type = "bar", orientation = "h", y = new[] { "x", "y" }, x = new[] { 1, 2 } }),
            StringComparison.Ordinal);
        Assert.Contains("3 values from 1 to 5", Text(new { type = "histogram", x = new[] { 1, 2, 5 } }),
            StringComparison.Ordinal);
        Assert.Contains("median 2", Text(new { type = "box", y = new[] { 1, 2, 3 } }), StringComparison.Ordinal);
        Assert.Contains("2 × 2 heights from 1 to 4",
            Text(new { type = "surface", z = new[] { new[] { 1, 2 }, [3, 4] } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Traces_on_other_axes_stand_in_a_chart_of_their_own()
    {
        string text = Text(
            new { y = new[] { 1, 2 } }, new { y = new[] { 300, 400 }, xaxis = "x2", yaxis = "y2" });
        Assert.StartsWith("2 charts", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_without_scripts_is_named()
    {
        var cube = new { type = "scatter3d", x = new[] { 1 }, y = new[] { 1 }, z = new[] { 1 }, name = "cube" };
        MimeBundle some = Formatter.ToBundle(PlotlyNet.FromVersion5(PlotlyNet.Figure([cube, new { y = new[] { 1, 2 } }])));
        Assert.Contains("Not in this drawing: 1 trace of type scatter3d.", some.PlainText, StringComparison.Ordinal);
        Assert.Contains("Not in this drawing: 1 trace of type scatter3d.", (string)some.Formats[MimeBundle.Html],
            StringComparison.Ordinal);

        MimeBundle none = Formatter.ToBundle(PlotlyNet.FromVersion5(PlotlyNet.Figure([cube])));
        Assert.Equal("Chart: 1 trace of type scatter3d", none.PlainText);
        Assert.Contains("<td>cube</td>", (string)none.Formats[MimeBundle.Html], StringComparison.Ordinal);
        Assert.NotNull(none.Formats[MimeBundle.Plotly]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1, 2]")]
    [InlineData("{\"layout\": {}}")]
    [InlineData("{\"data\": 5}")]
    public void A_chart_that_gives_no_figure_is_shown_as_any_object(string json)
    {
        MimeBundle bundle = Formatter.ToBundle(PlotlyNet.FromVersion5(json));
        Assert.False(bundle.Formats.ContainsKey(MimeBundle.Plotly));
        Assert.NotEmpty(bundle.PlainText);
    }

    [Theory]
    [InlineData("{\"data\": [5, null, {\"type\": 7, \"y\": \"x\"}, {\"y\": [[1], [2]]}, {\"type\": \"heatmap\", \"z\": [[1], [1, 2]]}]}")]
    [InlineData("{\"data\": [{\"y\": [1, null, 3], \"x\": [\"a\", 2, null]}], \"layout\": [1]}")]
    [InlineData("{\"data\": [{\"y\": [1], \"xaxis\": \"\"}], \"layout\": {\"title\": 5, \"xaxis\": 3}}")]
    [InlineData("{\"data\": [{\"type\": \"heatmap\", \"z\": [[1, 2]], \"x\": [2, 1], \"y\": [0]}]}")]
    public void Odd_figures_are_shown_as_far_as_they_go(string json)
    {
        MimeBundle bundle = Formatter.ToBundle(PlotlyNet.FromVersion5(json));
        Markup.AssertWellFormed((string)bundle.Formats[MimeBundle.Html]);
        Assert.DoesNotContain("failed", bundle.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_foreign_figure_never_becomes_markup()
    {
        const string attack = "<img src=x onerror=alert(1)></script>";
        string figure = PlotlyNet.Figure(
            [new { type = "bar", name = attack, x = new[] { attack + "&", "b" }, y = new[] { 1, 2 } },
                new { type = "pie" + attack, name = attack }],
            new { title = attack + "'\"<", xaxis = new { title = attack } });
        MimeBundle bundle = Formatter.ToBundle(PlotlyNet.FromVersion5(figure));
        string html = (string)bundle.Formats[MimeBundle.Html];
        Markup.AssertWellFormed(html);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", html, StringComparison.Ordinal);
        Markup.AssertWellFormed((string)bundle.Formats[MimeBundle.Svg]);
    }

    private static string Text(params object[] traces) =>
        Formatter.ToBundle(PlotlyNet.FromVersion5(PlotlyNet.Figure(traces))).PlainText;
}
