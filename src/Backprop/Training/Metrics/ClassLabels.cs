using System.Globalization;

namespace Backprop;

/// <summary>Reads which class a prediction means and which it should be, however the two are written.</summary>
internal static class ClassLabels
{
    /// <summary>Pairs of predicted and right class; rows with <see cref="Tensor.IgnoredLabel"/> are left out.</summary>
    /// <param name="prediction">Scores <c>[…, classes]</c>, one score <c>[…]</c> or <c>[…, 1]</c> for the class 1
    /// against 0, or classes (int32 or bool) <c>[…]</c>.</param>
    /// <param name="target">Classes <c>[…]</c>, 0 and 1 <c>[…]</c> or <c>[…, 1]</c>, or probabilities
    /// <c>[…, classes]</c>, of which the largest counts.</param>
    /// <param name="threshold">A single score above it means class 1.</param>
    /// <returns>The pairs, and how many classes there are; 0 if the prediction does not tell.</returns>
    internal static (List<(int Predicted, int Right)> Pairs, int Classes) Of(
        Tensor prediction, Tensor target, double threshold)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (!prediction.DType.IsFloat())
            return (Pairs(Whole(prediction, prediction, target), Whole(target, prediction, target)), 0);
        int classes = prediction.Shape.Rank == 0 ? 1 : prediction.Shape[^1];
        if (prediction.Shape.Rank >= 2 && classes > 1)
        {
            var right = target.DType.IsFloat() && target.Shape == prediction.Shape ? target.ArgMax(-1) : target;
            if (right.Shape != prediction.Shape[..^1])
                throw Apart(prediction, target);
            var pairs = Pairs(prediction.ArgMax(-1).ToArray<int>(), Whole(right, prediction, target));
            Check(pairs, classes);
            return (pairs, classes);
        }
        int[] yes = [.. BinaryScores(prediction, target, threshold).Select(score => score > threshold ? 1 : 0)];
        var both = Pairs(yes, Whole(target, prediction, target));
        Check(both, 2);
        return (both, 2);
    }

    /// <summary>The single scores of a yes-or-no prediction.</summary>
    /// <exception cref="ArgumentException">Sizes differ, or logits come where probabilities are expected.</exception>
    private static double[] BinaryScores(Tensor prediction, Tensor target, double threshold)
    {
        if (prediction.Shape.Size != target.Shape.Size)
            throw Apart(prediction, target);
        double[] scores = prediction.ToArray<double>();
        double outside = Array.Find(scores, score => score is < 0 or > 1);
        // A half is the middle of probabilities. On logits it would quietly be the wrong place.
        if (threshold == 0.5 && outside != 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A score of {outside:G4} is no probability, so a threshold of 0.5 means nothing. Say threshold: 0 "
                + $"for logits, or put Sigmoid behind the net."));
        }
        return scores;
    }

    private static int[] Whole(Tensor labels, Tensor prediction, Tensor target)
    {
        if (!prediction.DType.IsFloat() && prediction.Shape.Size != target.Shape.Size)
            throw Apart(prediction, target);
        if (!labels.DType.IsFloat())
            return labels.To(DType.Int32).ToArray<int>();
        double[] numbers = labels.ToArray<double>();
        double odd = Array.Find(numbers, number => number != Math.Round(number));
        if (odd != 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A label is a whole number, not {odd:G4}. Are prediction and target swapped?"));
        }
        return [.. numbers.Select(number => (int)number)];
    }

    private static List<(int, int)> Pairs(int[] predicted, int[] right)
    {
        var pairs = new List<(int, int)>(right.Length);
        for (int i = 0; i < right.Length; i++)
        {
            if (right[i] != Tensor.IgnoredLabel)
                pairs.Add((predicted[i], right[i]));
        }
        return pairs;
    }

    private static void Check(List<(int Predicted, int Right)> pairs, int classes)
    {
        foreach (var (_, right) in pairs)
        {
            if ((uint)right >= (uint)classes)
            {
                throw new ArgumentException($"Label {right} is none of {classes} classes: they go from 0 to "
                    + $"{classes - 1}.");
            }
        }
    }

    private static ArgumentException Apart(Tensor prediction, Tensor target) => new(
        $"Predictions {prediction.DType} {prediction.Shape} and targets {target.DType} {target.Shape} do not belong "
        + "together. Scores [batch, classes] take labels [batch]; a single score takes a target of the same shape.");
}
