using System.Globalization;
using System.Text;

namespace Backprop;

/// <summary>One pass over all examples.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="Loss">The mean loss of its examples, each measured before the step it took part in.</param>
/// <param name="ValidationLoss">The loss on held-back examples after the pass; null if there are none.</param>
/// <param name="Elapsed">Time since the training began.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, TimeSpan Elapsed)
{
    internal static readonly IReadOnlyDictionary<string, double> None = new Dictionary<string, double>();

    /// <summary>The trainer's metrics by name, over the examples of this pass.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = None;

    /// <summary>The trainer's metrics by name, over the held-back examples.</summary>
    public IReadOnlyDictionary<string, double> ValidationMetrics { get; init; } = None;

    /// <summary>η in the last step of the pass.</summary>
    public double LearningRate { get; init; }

    /// <summary>What early stopping and the best checkpoint go by: the validation loss, or the loss without
    /// one.</summary>
    internal double Watched => ValidationLoss ?? Loss;

    /// <summary><c>epoch 3  loss 0.2535  accuracy 0.9310  validation loss 0.3266  accuracy 0.9102</c></summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"epoch {Epoch}  loss {Loss:F4}");
        foreach (var (name, value) in Metrics)
            text.Append(CultureInfo.InvariantCulture, $"  {name} {value:F4}");
        if (ValidationLoss is { } loss)
            text.Append(CultureInfo.InvariantCulture, $"  validation loss {loss:F4}");
        foreach (var (name, value) in ValidationMetrics)
            text.Append(CultureInfo.InvariantCulture, $"  {name} {value:F4}");
        return text.ToString();
    }
}
