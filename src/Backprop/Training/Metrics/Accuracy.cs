namespace Backprop;

/// <summary>The share of predictions that are right, from 0 to 1.</summary>
/// <remarks>Of scores <c>[batch, classes]</c> the largest counts, against labels <c>[batch]</c>. A single score
/// <c>[batch]</c> or <c>[batch, 1]</c> means class 1 where it is above the threshold. Labels of
/// <see cref="Tensor.IgnoredLabel"/> do not count.</remarks>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public sealed class Accuracy(double threshold = 0.5) : SumMetric("accuracy")
{
    /// <inheritdoc/>
    public override double Value => Sum(0) / Sum(1);

    /// <inheritdoc/>
    public override void Add(Tensor prediction, Tensor target)
    {
        var (pairs, _) = ClassLabels.Of(prediction, target, threshold);
        AddToSums(pairs.Count(pair => pair.Predicted == pair.Right), pairs.Count);
    }
}
