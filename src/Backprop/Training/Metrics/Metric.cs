namespace Backprop;

/// <summary>
/// A number that says how good predictions are, over any number of batches: <see cref="Add"/> each, then read
/// <see cref="Value"/>. A trainer does that: <c>Metrics = [new Accuracy(), new F1Score()]</c>.
/// </summary>
/// <remarks>The same numbers for one batch as functions: <see cref="Backprop.Metrics"/>. A metric of one's own derives
/// from <see cref="SumMetric"/> if sums are all it needs.</remarks>
public abstract class Metric
{
    /// <summary>What it is called in a history and in a progress line.</summary>
    public abstract string Name { get; }

    /// <summary>The number over all that was added; NaN if that says nothing.</summary>
    public abstract double Value { get; }

    /// <summary>Adds a batch.</summary>
    /// <param name="prediction">What the net gave.</param>
    /// <param name="target">What it should have given.</param>
    /// <exception cref="ArgumentException">The two do not belong together.</exception>
    public abstract void Add(Tensor prediction, Tensor target);

    /// <summary>Forgets all that was added.</summary>
    public abstract void Reset();

    /// <summary>The number of one batch alone. What was added before is forgotten.</summary>
    public double Of(Tensor prediction, Tensor target)
    {
        Reset();
        Add(prediction, target);
        return Value;
    }

    /// <summary>All that was added, as numbers, so that a training can be interrupted within a pass.</summary>
    protected internal abstract double[] State();

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    protected internal abstract void Load(double[] state);

    /// <summary><c>accuracy 0.9310</c></summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name} {Value:F4}");

    /// <summary>Adds a batch to several metrics, outside any graph.</summary>
    internal static void AddAll(IReadOnlyList<Metric> metrics, Tensor prediction, Tensor target)
    {
        if (metrics.Count == 0)
            return;
        using var scope = new NoGradScope();
        foreach (var metric in metrics)
            metric.Add(prediction.Detach(), target.Detach());
    }

    /// <summary>Whether its value can be told after each step, or only after a pass because it looks at all
    /// again.</summary>
    internal virtual bool IsQuick => true;

    /// <summary>The numbers of several metrics by name.</summary>
    internal static IReadOnlyDictionary<string, double> Values(IReadOnlyList<Metric> metrics, bool quickOnly = false) =>
        metrics.Count == 0
            ? EpochResult.None
            : metrics.Where(metric => metric.IsQuick || !quickOnly).ToDictionary(m => m.Name, m => m.Value);
}
