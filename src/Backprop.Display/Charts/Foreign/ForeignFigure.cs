using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>
/// A figure in Plotly's JSON that was not made here: drawn as far as its traces have a counterpart among ours, listed
/// where they have none.
/// </summary>
internal static class ForeignFigure
{
    public static MimeBundle ToBundle(JsonObject figure)
    {
        (Chart? chart, IReadOnlyList<JsonObject> unread) = PlotlyReader.Read(figure);
        string[] remarks = unread.Count == 0 ? [] : [$"Not in this drawing: {Kinds(unread)}."];
        if (chart is null)
            return ChartBundle.Of(figure, Card(figure, unread), drawing: null, Text(figure, unread), isLive: true);
        string text = string.Join('\n', [ChartText.Of(chart), .. remarks]);
        return ChartBundle.Of(
            figure,
            ChartCard.Of(chart, remarks),
            ChartCard.Alone(chart),
            text,
            isLive: ChartBundle.IsBetterLive(chart));
    }

    private static string Kinds(IReadOnlyList<JsonObject> traces) =>
        string.Join(", ", traces.GroupBy(PlotlyReader.KindOf)
            .Select(g => $"{TraceFacts.Count(g.Count(), "trace")} of type {g.Key}"));

    // Nothing can be drawn without scripts: what is there, in words.
    private static Html Card(JsonObject figure, IReadOnlyList<JsonObject> traces)
    {
        IEnumerable<Html> rows = traces.Select(t => Html.Of(
            $"<tr><th scope=\"row\">{PlotlyReader.KindOf(t)}</th><td>{PlotlyReader.NameOf(t)}</td></tr>"));
        Html title = PlotlyReader.TitleOf(figure) is { } text ? Html.Of($"<p class=\"bp-h\">{text}</p>") : Html.Empty;
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" style="max-width:666px">
            <div class="bp-body">{title}<div class="bp-plot"><table class="bp-tbl"><thead><tr>
            <th scope="col">trace</th><th scope="col">name</th></tr></thead><tbody>{rows}</tbody></table></div>
            <p class="bp-cap">This chart is drawn by plotly.js only.</p></div></figure>
            """);
    }

    private static string Text(JsonObject figure, IReadOnlyList<JsonObject> traces)
    {
        string title = PlotlyReader.TitleOf(figure) ?? "Chart";
        return traces.Count == 0 ? $"{title}: no traces" : $"{title}: {Kinds(traces)}";
    }
}
