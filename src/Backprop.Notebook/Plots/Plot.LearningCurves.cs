using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    /// <summary>
    /// Loss and metrics of a training by epoch, on the training and the held-back examples:
    /// <c>Plot.LearningCurves(history)</c>
    /// </summary>
    /// <param name="history">What <c>Fit</c> gave.</param>
    /// <exception cref="ArgumentException">It has no finished epoch.</exception>
    public static Figure LearningCurves(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
        {
            throw new ArgumentException(
                "Plot.LearningCurves: the history has no finished epoch. Train for one epoch or more.");
        }
        IReadOnlyList<EpochResult> epochs = history.Epochs;
        var parts = new List<FigurePart>
        {
            Curves("loss", SeriesRole.Loss, epochs, e => e.Loss, e => e.ValidationLoss),
        };
        foreach (string metric in epochs[0].Metrics.Keys.Union(epochs[0].ValidationMetrics.Keys))
        {
            parts.Add(Curves(
                metric, SeriesRole.Auto, epochs, e => At(e.Metrics, metric), e => At(e.ValidationMetrics, metric)));
        }
        return new Figure("Learning curves", parts)
        {
            Subject = history.IsStopped ? "stopped: " + history.StopReason : "finished",
            Extent = Count(epochs.Count, "epoch"),
            Finding = CurveFinding(history),
            Caption = "Solid: the examples that it learns from. Dashed: held-back examples. Both fall: it learns. Only "
                + "the solid one falls: it learns by heart. Neither falls: the rate, the data or the net is wrong.",
        };
    }

    private static FigurePart Curves(
        string name,
        SeriesRole role,
        IReadOnlyList<EpochResult> epochs,
        Func<EpochResult, double?> train,
        Func<EpochResult, double?> held)
    {
        int[] x = [.. epochs.Select(e => e.Epoch)];
        var lines = new List<Chart>();
        if (epochs.Any(e => train(e) is not null))
            lines.Add(Chart.Line(x, epochs.Select(train), Name: "train", Role: role, Dashed: false));
        if (epochs.Any(e => held(e) is not null))
            lines.Add(Chart.Line(x, epochs.Select(held), Name: "held back", Role: role, Dashed: true));
        Chart chart = Chart.Combine(lines).WithTitle(name).WithXAxisStyle("epoch").WithYAxisStyle(name);
        return FigurePart.Of(chart, height: 230);
    }

    private static double? At(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out double value) ? value : null;

    private static string CurveFinding(History history)
    {
        IReadOnlyList<EpochResult> epochs = history.Epochs;
        string text = $"The training loss went from {Number(epochs[0].Loss)} to {Number(epochs[^1].Loss)}";
        if (epochs[^1].ValidationLoss is not { } last)
            return text + ". Nothing was held back, so the curves do not show whether it learns by heart.";
        EpochResult? best = history.Best;
        text += $", the loss on held-back examples to {Number(last)}";
        return best is { ValidationLoss: { } least } && best.Epoch < epochs[^1].Epoch && least < last
            ? $"{text}; it was lowest at epoch {best.Epoch} with {Number(least)}."
            : $"{text}, its lowest.";
    }
}
