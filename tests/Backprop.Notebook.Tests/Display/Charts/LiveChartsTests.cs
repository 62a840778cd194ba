using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Tests.Display;

/// <summary>Whether a session has plotly.js is one setting: nothing else runs while it changes.</summary>
[CollectionDefinition(nameof(LiveChartsTests), DisableParallelization = true)]
public class OneSession;

[Collection(nameof(LiveChartsTests))]
public sealed class LiveChartsTests : IDisposable
{
    private const string Script = "window.Plotly = { name: '</script>' };";

    public LiveChartsTests()
    {
        LiveCharts.Use(() => Script);
    }

    public void Dispose() => LiveCharts.Use(null);

    [Fact]
    public void The_first_output_with_a_chart_brings_the_script_and_later_ones_only_their_figure()
    {
        string[] shown = Shown(() =>
        {
            Show.display(42);
            Show.display(Chart.Line([1.0, 2]));
            Show.display(Chart.Line([3.0, 4]));
        });
        Assert.DoesNotContain("<script", shown[0], StringComparison.Ordinal);
        Assert.Contains("DecompressionStream", shown[1], StringComparison.Ordinal);
        Assert.DoesNotContain("DecompressionStream", shown[2], StringComparison.Ordinal);
        Assert.Contains("<script type=\"application/json\" class=\"bp-json\">{\"data\":[", shown[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_a_chart_that_is_not_shown_does_not_use_the_script_up()
    {
        _ = Formatter.ToBundle(Chart.Line([1.0, 2]));
        Assert.Contains("DecompressionStream", Shown(() => Show.display(Chart.Line([3.0, 4])))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_is_sent_as_text_does_not_use_the_script_up()
    {
        string[] shown = Shown(() =>
        {
            Show.display(Chart.Line([1.0, 2]), "text/plain");
            Show.display(Chart.Line([1.0, 2]));
        });
        Assert.Contains("DecompressionStream", shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_script_a_chart_is_a_drawing_only()
    {
        LiveCharts.Use(() => null);
        string shown = Shown(() => Show.display(Chart.Line([1.0, 2])))[0];
        Assert.DoesNotContain("<script", shown, StringComparison.Ordinal);
        Assert.Contains("<svg", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chart-surface")]
    [InlineData("chart-grid")]
    [InlineData("chart-frames")]
    [InlineData("chart-filters")]
    public void Where_the_drawing_says_more_it_stays(string name)
    {
        string shown = Shown(() => Show.display(ChartGallery.All[name]))[0];
        Assert.DoesNotContain("<script", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("bp-plot\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_a_figure_ends_its_element()
    {
        const string attack = "</script><script>alert(1)</script><!--";
        string shown = Shown(() => Show.display(Chart.Combine(
                Chart.Line([1.0, 2], Name: attack), Chart.Column([1.0, 2], Keys: [attack, "b"]))
            .WithTitle(attack).WithXAxisStyle(attack).WithDescription(attack).WithVerticalBand(0, 1, attack)))[0];
        int figure = shown.IndexOf("class=\"bp-json\">", StringComparison.Ordinal);
        int end = shown.IndexOf("</script>", StringComparison.Ordinal);
        JsonNode json = JsonNode.Parse(shown[(figure + "class=\"bp-json\">".Length)..end])!;
        Assert.NotNull(json["data"]);
        Assert.DoesNotContain("alert(1)</script>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_page_has_the_script_in_it()
    {
        using var folder = new Documents.TempFolder();
        Chart.Line([1.0, 2]).SaveHtml(folder["a.html"]);
        Assert.Contains("window.Plotly = { name: '<\\/script>' };", folder.Read("a.html"), StringComparison.Ordinal);
    }

    private static string[] Shown(Action show)
    {
        var shown = new List<string>();
        using (OutputSink.Use(output =>
            {
                var bundle = ((DisplayOutput)output).Data;
                shown.Add(bundle.Formats.TryGetValue(MimeBundle.Html, out object? html) ? (string)html : bundle.PlainText);
            }))
        {
            show();
        }
        return [.. shown];
    }
}
