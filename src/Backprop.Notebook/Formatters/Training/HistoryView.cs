using Backprop.Display;

namespace Backprop;

/// <summary>A training as an output: how the loss went, and where it was best.</summary>
internal static class HistoryView
{
    public static MimeBundle Of(History history) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Whole(history)).Content)
        .Add(MimeBundle.Text, Text(history));

    private static string Text(History history)
    {
        string text = history.ToString();
        if (history.StopReason is { } reason)
            text += "\n" + reason;
        if (history.StepLosses.Count > 0)
            text += string.Concat(HistoryCharts.Of(history).Select(c => "\n" + c.Chart));
        return text;
    }

    private static Html Whole(History history)
    {
        bool isEmpty = history.StepLosses.Count == 0;
        Html chip = history.IsStopped
            ? new Html("<span class=\"bp-chip warn\">▲ stopped</span>")
            : new Html("<span class=\"bp-chip pass\">✓ finished</span>");
        string passes = history.Epochs.Count == 1 ? "1 epoch" : $"{NumberText.Count(history.Epochs.Count)} epochs";
        string steps = $"{NumberText.Count(history.StepLosses.Count)} steps, {NumberText.Duration(history.Elapsed)}";
        Html reason = history.StopReason is { } why
            ? Html.Of($"<div class=\"bp-alarm warn\" role=\"note\"><p><b>Stopped.</b> {why}</p></div>")
            : Html.Empty;
        Html body = isEmpty
            ? Card.Caption("No step was made.")
            : Html.Of($"{reason}{HistoryAdvice.AlarmOf(history)}{Statistics(history)}{Charts(history)}{HistoryAdvice.Of(history)}");
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" aria-label="Training, {history}">
            <div class="bp-head"><b>Training</b> {chip} <span>{passes}</span>
            <span class="end">{steps}</span></div><div class="bp-body">{body}</div></figure>
            """);
    }

    // One chart alone gets the whole width.
    private static Html Charts(History history)
    {
        List<(string Title, Chart Chart)> charts = [.. HistoryCharts.Of(history)];
        return charts.Count == 1 ? charts[0].Chart.WithSize(640, 280).ToHtml() : ChartPair.Of(charts);
    }

    private static Html Statistics(History history)
    {
        var facts = new List<(string Name, string Value)>();
        if (history.Losses.Count > 0)
        {
            facts.Add(("loss, first epoch", NumberText.Fixed(history.Losses[0], 4)));
            facts.Add(("loss, last epoch", NumberText.Fixed(history.Losses[^1], 4)));
        }
        if (history.ValidationLosses.Count > 0)
            facts.Add(("loss, validation", NumberText.Fixed(history.ValidationLosses[^1], 4)));
        if (Best(history) is { } best)
            facts.Add(("best validation",
                $"{NumberText.Fixed(best.ValidationLoss!.Value, 4)} at {NumberText.Count(best.Epoch)}"));
        Html losses = Card.Statistics("loss", facts);
        List<(string, string)> metrics = [.. HistoryCharts.LastMetrics(history)];
        return metrics.Count == 0 ? losses : Html.Of($"{losses}{Card.Statistics(metrics)}");
    }

    /// <summary>The pass with the lowest validation loss, or null without validation.</summary>
    public static EpochResult? Best(History history) =>
        history.Epochs.Where(e => e.ValidationLoss is { } loss && double.IsFinite(loss)).MinBy(e => e.ValidationLoss);
}
