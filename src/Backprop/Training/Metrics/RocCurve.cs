using System.Globalization;

namespace Backprop;

/// <summary>
/// What a threshold on a score trades: for each threshold, the share of negatives taken for positives and the share of
/// positives found. <c>Chart.Line(roc.FalsePositiveRates, roc.TruePositiveRates)</c> draws it.
/// </summary>
/// <remarks>Scores may be probabilities or logits; only their order counts. A point for each distinct score.</remarks>
public sealed class RocCurve
{
    private RocCurve(double[] falsePositives, double[] truePositives, double[] thresholds)
    {
        FalsePositiveRates = falsePositives;
        TruePositiveRates = truePositives;
        Thresholds = thresholds;
        for (int i = 1; i < falsePositives.Length; i++)
            Auc += (falsePositives[i] - falsePositives[i - 1]) * (truePositives[i] + truePositives[i - 1]) / 2;
    }

    /// <summary>False positives / negatives, from 0 to 1.</summary>
    public IReadOnlyList<double> FalsePositiveRates { get; }

    /// <summary>True positives / positives, from 0 to 1.</summary>
    public IReadOnlyList<double> TruePositiveRates { get; }

    /// <summary>A score of at least this counts as positive; falling, the first is ∞.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>The area under the curve: how likely a positive has the larger score than a negative. 0.5 is
    /// chance.</summary>
    public double Auc { get; }

    /// <summary>The curve of scores and the labels 0 and 1.</summary>
    /// <param name="scores">One for each example, in any shape.</param>
    /// <param name="labels">0 or 1 (or bool) for each.</param>
    /// <exception cref="ArgumentException">There is no positive or no negative, a score is NaN, or a label is neither 0
    /// nor 1.</exception>
    public static RocCurve Of(Tensor scores, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        if (scores.Shape.Size != labels.Shape.Size)
        {
            throw new ArgumentException($"Scores {scores.Shape} and labels {labels.Shape} do not belong together: "
                + "one label for each score.");
        }
        return Of(scores.ToArray<double>(), labels.ToArray<double>());
    }

    internal static RocCurve Of(double[] scores, double[] labels)
    {
        int positives = Count(labels, 1), negatives = Count(labels, 0);
        if (positives + negatives != labels.Length)
            throw new ArgumentException("Labels of a ROC curve are 0 or 1.");
        if (positives == 0 || negatives == 0)
        {
            throw new ArgumentException($"A ROC curve needs both positives and negatives; there are {positives} and "
                + $"{negatives}.");
        }
        if (scores.Any(double.IsNaN))
            throw new ArgumentException("A score is NaN, so there is no order. Look where the net lost its numbers.");
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i])];
        var points = new List<(double False, double True, double Threshold)> { (0, 0, double.PositiveInfinity) };
        double hits = 0, alarms = 0;
        for (int k = 0; k < order.Length; k++)
        {
            hits += labels[order[k]];
            alarms += 1 - labels[order[k]];
            // Equal scores cross a threshold together.
            if (k + 1 == order.Length || scores[order[k + 1]] != scores[order[k]])
                points.Add((alarms / negatives, hits / positives, scores[order[k]]));
        }
        return new(
            [.. points.Select(p => p.False)], [.. points.Select(p => p.True)], [.. points.Select(p => p.Threshold)]);
    }

    /// <summary><c>AUC 0.9312 over 210 thresholds</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"AUC {Auc:F4} over {Thresholds.Count - 1} thresholds");

    private static int Count(double[] labels, double value) => labels.Count(label => label == value);
}

/// <summary>The area under the <see cref="RocCurve"/>, over all batches. Keeps every score; NaN while positives or
/// negatives are missing.</summary>
public sealed class RocAuc : Metric
{
    // Score and label in turn.
    private readonly List<double> pairs = [];

    /// <inheritdoc/>
    public override string Name => "AUC";

    internal override bool IsQuick => false;

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            double[] scores = [.. pairs.Where((_, i) => i % 2 == 0)], labels = [.. pairs.Where((_, i) => i % 2 == 1)];
            return labels.Contains(0) && labels.Contains(1) ? RocCurve.Of(scores, labels).Auc : double.NaN;
        }
    }

    /// <inheritdoc/>
    public override void Add(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.Shape.Size != target.Shape.Size)
        {
            throw new ArgumentException($"AUC takes one score and one label for each example, not "
                + $"{prediction.Shape} and {target.Shape}. Of two classes hand over the score of class 1.");
        }
        foreach (var (score, label) in prediction.ToArray<double>().Zip(target.ToArray<double>()))
        {
            pairs.Add(score);
            pairs.Add(label);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => pairs.Clear();

    /// <inheritdoc/>
    protected internal override double[] State() => [.. pairs];

    /// <inheritdoc/>
    protected internal override void Load(double[] state)
    {
        pairs.Clear();
        pairs.AddRange(state);
    }
}
