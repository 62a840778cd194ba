using System.Globalization;

namespace Backprop;

/// <summary>What was measured on examples that nothing was learned from.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Metrics">The trainer's metrics by name.</param>
public sealed record Evaluation(double Loss, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary><c>loss 0.3266, accuracy 0.9102</c></summary>
    public override string ToString() => string.Join(", ", Metrics.Prepend(new("loss", Loss))
        .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:F4}")));
}
