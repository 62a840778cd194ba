using Backprop.Display;

namespace Backprop;

/// <summary>The curves of a training that is over: loss, metrics, and the learning rate where it changed.</summary>
internal static class HistoryCharts
{
    private const int MostMetrics = 3;

    /// <summary>The charts with their titles.</summary>
    public static IEnumerable<(string Title, Chart Chart)> Of(History history)
    {
        yield return ("Loss", LossChart(history));
        if (history.Epochs.Count < 2)
            yield break;
        foreach (string name in Names(history))
            yield return (name, MetricChart(history.Epochs, name));
        if (history.Epochs.Select(e => e.LearningRate).Distinct().Skip(1).Any())
        {
            Chart rates = Chart.Line(
                history.Epochs.Select(e => e.Epoch), history.Epochs.Select(e => e.LearningRate), Name: "η")
                .WithTitle("Learning rate by epoch").WithXAxisStyle("epoch").WithYAxisStyle("learning rate");
            yield return ("Learning rate", rates);
        }
    }

    /// <summary>The metrics after the last pass.</summary>
    public static IEnumerable<(string Name, string Value)> LastMetrics(History history)
    {
        foreach (string name in Names(history))
        {
            EpochResult last = history.Epochs[^1];
            if (last.Metrics.TryGetValue(name, out double train))
                yield return ($"{name}, train", MetricText.Of(name, train)!);
            if (last.ValidationMetrics.TryGetValue(name, out double held))
                yield return ($"{name}, validation", MetricText.Of(name, held)!);
        }
    }

    /// <summary>A metric by pass: of the examples learned from and, dashed, of those held back.</summary>
    public static Chart MetricChart(IReadOnlyList<EpochResult> epochs, string name)
    {
        double?[] train = [.. epochs.Select(e => Value(e.Metrics, name))];
        double?[] held = [.. epochs.Select(e => Value(e.ValidationMetrics, name))];
        int[] x = [.. epochs.Select(e => e.Epoch)];
        Chart chart = Chart.Line(x, train, Name: "train", Role: SeriesRole.Value);
        if (held.Any(v => v is not null))
            chart = Chart.Combine(chart, Chart.Line(x, held, Name: "valid.", Role: SeriesRole.Value, Dashed: true));
        chart = chart.WithTitle($"{name} by epoch").WithXAxisStyle("epoch").WithYAxisStyle(name);
        if (!MetricText.IsShare(name))
            return chart;
        double floor = MetricText.Floor(train.Concat(held).Select(v => v ?? double.NaN));
        return chart.WithYAxisStyle(name, MinMax: (floor, 1));
    }

    /// <summary>The losses as a chart: by pass, or by step where there was but one pass.</summary>
    private static Chart LossChart(History history)
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
            charts.Add(Chart.Line(epochs, validation, Name: "valid.", Role: SeriesRole.Loss, Dashed: true));
        }
        Chart chart = Chart.Combine(charts).WithTitle("Loss by epoch").WithXAxisStyle("epoch").WithYAxisStyle("loss");
        return HistoryView.Best(history) is { } best && best.Epoch < history.Epochs[^1].Epoch
            ? chart.WithAnnotation(
                best.Epoch, best.ValidationLoss!.Value, $"best {NumberText.Significant(best.ValidationLoss.Value)}")
            : chart;
    }

    private static IEnumerable<string> Names(History history) => history.Epochs.Count == 0
        ? []
        : history.Epochs[^1].Metrics.Keys.Union(history.Epochs[^1].ValidationMetrics.Keys).Take(MostMetrics);

    private static double? Value(IReadOnlyDictionary<string, double> values, string name) =>
        values.TryGetValue(name, out double value) ? value : null;
}
