using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostHistories = 8;

    /// <summary>
    /// The losses of several trainings in one chart: <c>Plot.Compare(("SGD", first), ("Adam", second))</c>. The
    /// validation loss where all have one, else the training loss.
    /// </summary>
    /// <param name="histories">What <c>Fit</c> gave, each with a name.</param>
    /// <exception cref="ArgumentException">There is none or more than 8, or one is empty.</exception>
    public static Figure Compare(params ReadOnlySpan<(string Name, History History)> histories)
    {
        if (histories.Length is 0 or > MostHistories)
        {
            throw new ArgumentException(
                $"Plot.Compare draws 1 to {MostHistories} trainings, not {histories.Length}. "
                + "Write (\"SGD\", history).");
        }
        (string Name, History History)[] all = histories.ToArray();
        if (Array.Find(all, h => h.History is null || h.History.StepLosses.Count == 0) is { Name: not null } empty)
            throw new ArgumentException($"Plot.Compare: {empty.Name} has no step. Train it first.");
        bool byEpoch = all.All(h => h.History.Epochs.Count > 1);
        bool isValidated = byEpoch && all.All(h => h.History.ValidationLosses.Count == h.History.Epochs.Count);
        (string Name, double[] Losses)[] runs = [.. all.Select(h => (h.Name, Losses(h.History, byEpoch, isValidated)))];
        string what = isValidated ? "validation loss" : "training loss";
        string time = byEpoch ? "epoch" : "step";
        Chart chart = Chart.Combine(runs.Select(r =>
            Chart.Line(Enumerable.Range(1, r.Losses.Length), r.Losses, Name: r.Name)))
            .WithTitle("Comparison").WithXAxisStyle(time)
            .WithYAxisStyle(what, Log: SpansFactors(runs.SelectMany(r => r.Losses)));
        return new Figure("Comparison", FigurePart.Of(chart))
        {
            Subject = what,
            Extent = Count(all.Length, "training"),
            Finding = CompareFinding(runs, time),
            Caption = $"One line for each training; lower is better, and steeper at the left is faster. "
                + $"{WhatCounts(isValidated)}",
        };
    }

    private static double[] Losses(History history, bool byEpoch, bool isValidated) =>
        [.. isValidated ? history.ValidationLosses : byEpoch ? history.Losses : history.StepLosses];

    // A linear axis shows nothing of losses that differ by factors.
    private static bool SpansFactors(IEnumerable<double> losses)
    {
        double[] finite = [.. losses.Where(double.IsFinite)];
        return finite.Length > 0 && finite.Min() > 0 && finite.Max() / finite.Min() > 50;
    }

    private static string CompareFinding((string Name, double[] Losses)[] runs, string time)
    {
        double End(double[] losses) => double.IsFinite(losses[^1]) ? losses[^1] : double.PositiveInfinity;
        var ends = runs.Select(r => (r.Name, r.Losses, End: End(r.Losses))).OrderBy(r => r.End).ToList();
        IEnumerable<string> ranks = ends.Select(r => $"{r.Name} with {Number(r.Losses[^1])}");
        string text = $"Lowest at the end is {string.Join(", then ", ranks)}.";
        if (ends.Count < 2 || double.IsInfinity(ends[^1].End))
            return text;
        int when = Array.FindIndex(ends[0].Losses, loss => loss <= ends[^1].End);
        return when < 0
            ? text
            : $"{text} {ends[0].Name} reached the last loss of {ends[^1].Name} at {time} {when + 1} already.";
    }

    private static string WhatCounts(bool isValidated) => isValidated
        ? "The loss is that on held-back examples, which the net has not learned from."
        : "The loss is that of the training: it does not say which net is better on new examples.";
}
