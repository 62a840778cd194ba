using System.Globalization;

namespace Backprop;

/// <summary>What happened in a training: <c>history.Losses</c> by pass, <c>history.StepLosses</c> by step.</summary>
public sealed class History
{
    private readonly List<EpochResult> epochs = [];
    private readonly List<double> steps = [];

    /// <summary>Each finished pass.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>The mean loss of each pass.</summary>
    public IReadOnlyList<double> Losses => [.. epochs.Select(epoch => epoch.Loss)];

    /// <summary>The loss on held-back examples after each pass; empty if none were held back.</summary>
    public IReadOnlyList<double> ValidationLosses =>
        [.. epochs.Where(epoch => epoch.ValidationLoss is not null).Select(epoch => epoch.ValidationLoss!.Value)];

    /// <summary>The loss of each batch.</summary>
    public IReadOnlyList<double> StepLosses => steps;

    /// <summary>A metric after each pass: <c>history.Metric("accuracy")</c>.</summary>
    /// <param name="name">As <see cref="Backprop.Metric.Name"/> says.</param>
    /// <param name="validation">Whether on the held-back examples.</param>
    /// <exception cref="KeyNotFoundException">The trainer had no metric of that name.</exception>
    public IReadOnlyList<double> Metric(string name, bool validation = false)
    {
        var found = epochs.Select(epoch => validation ? epoch.ValidationMetrics : epoch.Metrics).ToList();
        if (found.Find(metrics => !metrics.ContainsKey(name)) is { } lacking)
        {
            string names = lacking.Count == 0 ? "none" : string.Join(", ", lacking.Keys);
            string where = validation ? " on held-back examples" : "";
            throw new KeyNotFoundException(
                $"No metric {name} was measured{where}: there is {names}. Name it in the trainer's Metrics.");
        }
        return [.. found.Select(metrics => metrics[name])];
    }

    /// <summary>True if it was stopped before the last pass was done. The weights are those of the last step.</summary>
    public bool IsStopped => StopReason is not null;

    /// <summary>Why it was stopped, as a sentence; null if it was not.</summary>
    public string? StopReason { get; internal set; }

    /// <summary>The pass with the lowest validation loss, or the lowest loss without validation; null before the first.
    /// Passes with a loss that is not finite do not count.</summary>
    public EpochResult? Best => epochs.Where(epoch => double.IsFinite(epoch.Watched)).MinBy(epoch => epoch.Watched);

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary><c>10 epochs, loss 0.6931 → 0.2535, 1.4 s</c></summary>
    public override string ToString()
    {
        string losses = epochs.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $", loss {epochs[0].Loss:F4} → {epochs[^1].Loss:F4}");
        string validation = epochs.Count == 0 || epochs[^1].ValidationLoss is not { } last ? "" : string.Create(
            CultureInfo.InvariantCulture, $", validation {last:F4}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{epochs.Count} epochs{losses}{validation}, {Elapsed.TotalSeconds:F1} s{(IsStopped ? ", stopped" : "")}");
    }

    internal void Add(double stepLoss) => steps.Add(stepLoss);

    internal void Add(EpochResult epoch) => epochs.Add(epoch);
}
