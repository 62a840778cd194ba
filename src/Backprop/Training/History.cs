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

    /// <summary>True if it was stopped before the last pass was done. The weights are those of the last step.</summary>
    public bool IsStopped { get; internal set; }

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
