// Training: the loop that a learner first writes by hand, with progress, history and a way to stop. No console here.
using System.Globalization;
using System.Text;

namespace Backprop;

/// <summary>Where a training stands after one step.</summary>
/// <param name="Epoch">Which pass over the examples, from 1.</param>
/// <param name="Epochs">How many passes there will be.</param>
/// <param name="Step">Which batch of this pass, from 1.</param>
/// <param name="Steps">How many batches a pass has; 0 if not known before the first pass ends.</param>
/// <param name="Loss">The loss of this batch, before the step.</param>
/// <param name="EpochLoss">The mean loss of this pass so far.</param>
/// <param name="ValidationLoss">The loss on held-back examples; only after the last step of a pass.</param>
/// <param name="Elapsed">Time since the training began.</param>
public sealed record TrainingStep(
    int Epoch, int Epochs, int Step, int Steps, double Loss, double EpochLoss, double? ValidationLoss, TimeSpan Elapsed)
{
    private const int BarLength = 20;

    /// <summary>How much of the training is done, from 0 to 1.</summary>
    public double Progress => (Epoch - 1 + (Steps == 0 ? 0 : (double)Step / Steps)) / Epochs;

    /// <summary>True after the last batch of a pass.</summary>
    public bool IsEndOfEpoch => Step == Steps;

    /// <summary>η in this step.</summary>
    public double LearningRate { get; init; }

    /// <summary>The trainer's metrics by name, over this pass so far.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = EpochResult.None;

    /// <summary>Examples in a second since the training began, or went on; 0 if not known.</summary>
    public double ExamplesPerSecond { get; init; }

    /// <summary>How much longer it will take at this pace; null if not known.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary><c>epoch 3/10 ██████░░░░░░░░░░░░░░ 30 %  loss 0.2535  validation 0.3266  1.4 s, 3.3 s left,
    /// 12,000/s</c></summary>
    public override string ToString()
    {
        int filled = (int)Math.Round(Progress * BarLength);
        string epochs = Epochs.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        string epoch = Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(epochs.Length);
        text.Append(CultureInfo.InvariantCulture, $"epoch {epoch}/{epochs} ");
        text.Append('█', filled).Append('░', BarLength - filled);
        text.Append(CultureInfo.InvariantCulture, $" {Progress * 100,3:F0} %  loss {EpochLoss:F4}");
        foreach (var (name, value) in Metrics)
            text.Append(CultureInfo.InvariantCulture, $"  {name} {value:F4}");
        if (ValidationLoss is { } loss)
            text.Append(CultureInfo.InvariantCulture, $"  validation {loss:F4}");
        text.Append(CultureInfo.InvariantCulture, $"  {Elapsed.TotalSeconds:F1} s");
        if (Remaining is { } left && left > TimeSpan.Zero)
            text.Append(CultureInfo.InvariantCulture, $", {left.TotalSeconds:F1} s left");
        if (ExamplesPerSecond > 0)
            text.Append(CultureInfo.InvariantCulture, $", {ExamplesPerSecond:N0}/s");
        return text.ToString();
    }
}
