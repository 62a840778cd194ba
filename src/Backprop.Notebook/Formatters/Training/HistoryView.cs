using Backprop.Display;

namespace Backprop;

/// <summary>A training as an output: how the loss went, and where it was best.</summary>
internal static class HistoryView
{
    public static MimeBundle Of(History history) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Card(history)).Content)
        .Add(MimeBundle.Text, Text(history));

    /// <summary>The losses as a chart: by pass, or by step where there was but one pass.</summary>
    public static Chart LossChart(History history)
    {
        if (history.Epochs.Count < 2)
        {
            return Chart.Line(
                Enumerable.Range(1, history.StepLosses.Count), history.StepLosses, Name: "train", Role: SeriesRole.Loss)
                .WithTitle("Loss by step").WithXAxisStyle("step").WithYAxisStyle("loss");
        }
        int[] epochs = [.. history.Epochs.Select(e => e.Epoch)];
        var charts = new List<Chart> { Chart.Line(epochs, history.Losses, Name: "train", Role: SeriesRole.Loss) };
        if (history.ValidationLosses.Count > 0)
        {
            IEnumerable<double?> validation = history.Epochs.Select(e => e.ValidationLoss);
            charts.Add(Chart.Line(epochs, validation, Name: "validation", Role: SeriesRole.Loss, Dashed: true));
        }
        Chart chart = Chart.Combine(charts).WithTitle("Loss by epoch").WithXAxisStyle("epoch").WithYAxisStyle("loss");
        return Best(history) is { } best && best.Epoch < history.Epochs[^1].Epoch
            ? chart.WithAnnotation(
                best.Epoch, best.ValidationLoss!.Value, $"best {NumberText.Significant(best.ValidationLoss.Value)}")
            : chart;
    }

    private static string Text(History history)
    {
        string text = history.ToString();
        if (history.StepLosses.Count > 0)
            text += "\n" + LossChart(history);
        return text;
    }

    private static Html Card(History history)
    {
        bool isEmpty = history.StepLosses.Count == 0;
        Html chip = history.IsStopped
            ? new Html("<span class=\"bp-chip warn\">▲ stopped</span>")
            : new Html("<span class=\"bp-chip pass\">✓ finished</span>");
        string passes = history.Epochs.Count == 1 ? "1 epoch" : $"{NumberText.Count(history.Epochs.Count)} epochs";
        string steps = $"{NumberText.Count(history.StepLosses.Count)} steps, {NumberText.Duration(history.Elapsed)}";
        Html body = isEmpty
            ? new Html("<p class=\"bp-cap\">No step was made.</p>")
            : Html.Of($"{Statistics(history)}{LossChart(history).WithSize(640, 280).ToHtml()}{HistoryAdvice.Of(history)}");
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" style="max-width:666px" aria-label="Training, {history}">
            <div class="bp-head"><b>Training</b> {chip} <span>{passes}</span>
            <span class="end">{steps}</span></div><div class="bp-body">{body}</div></figure>
            """);
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
        IEnumerable<Html> items =
            facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd class=\"loss\">{f.Value}</dd></div>"));
        return Html.Of($"<dl class=\"bp-stats\">{items}</dl>");
    }

    private static EpochResult? Best(History history) =>
        history.Epochs.Where(e => e.ValidationLoss is { } loss && double.IsFinite(loss)).MinBy(e => e.ValidationLoss);
}
