namespace Backprop;

/// <summary>The share of examples whose right class is among the k with the largest scores, from 0 to 1. Of equal
/// scores the lower class comes first.</summary>
/// <param name="k">How many guesses are allowed.</param>
public sealed class TopKAccuracy(int k) : SumMetric($"top-{k} accuracy")
{
    private readonly int k = Options.AtLeastOne(k, nameof(k));

    /// <inheritdoc/>
    public override double Value => Sum(0) / Sum(1);

    /// <summary>Adds a batch.</summary>
    /// <param name="prediction">Scores, <c>[…, classes]</c>.</param>
    /// <param name="target">Classes, <c>[…]</c>.</param>
    /// <exception cref="ArgumentException">The two do not belong together.</exception>
    public override void Add(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.Shape.Rank < 2 || prediction.Shape[..^1] != target.Shape)
        {
            throw new ArgumentException($"Scores [batch, classes] take labels [batch], not {prediction.Shape} and "
                + $"{target.Shape}.");
        }
        int classes = prediction.Shape[^1], right = 0, count = 0;
        double[] scores = prediction.ToArray<double>();
        int[] labels = target.To(DType.Int32).ToArray<int>();
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == Tensor.IgnoredLabel)
                continue;
            if ((uint)labels[row] >= (uint)classes)
            {
                throw new ArgumentException($"Label {labels[row]} is none of {classes} classes: they go from 0 to "
                    + $"{classes - 1}.");
            }
            count++;
            right += Rank(scores.AsSpan(row * classes, classes), labels[row]) < k ? 1 : 0;
        }
        AddToSums(right, count);
    }

    private static int Rank(ReadOnlySpan<double> scores, int label)
    {
        int rank = 0;
        for (int i = 0; i < scores.Length; i++)
            rank += scores[i] > scores[label] || scores[i] == scores[label] && i < label ? 1 : 0;
        return rank;
    }
}
