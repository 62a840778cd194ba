using Backprop.Ops;

namespace Backprop;

/// <content>Losses: one number to make small, the mean over all elements or rows.</content>
public sealed partial class Tensor
{
    /// <summary>The mean squared error: the mean of (prediction − target)².</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Mse(Tensor target)
    {
        CheckTarget(target);
        return SquaredError.Instance.Apply(this, target).Mean();
    }

    /// <summary>The log loss of probabilities: the mean of −t ln p − (1 − t) ln(1 − p). Logarithms stop at −100. From
    /// logits, <see cref="BinaryCrossEntropyWithLogits"/> is more exact.</summary>
    /// <param name="target">0 or 1 (or between), of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor BinaryCrossEntropy(Tensor target)
    {
        CheckTarget(target);
        return LogLoss.Instance.Apply(this, target).Mean();
    }

    /// <summary>The log loss of logits z, p = σ(z): the mean of max(z, 0) − z t + ln(1 + e^−|z|). Finite and exact for
    /// every z.</summary>
    /// <param name="target">0 or 1 (or between), of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor BinaryCrossEntropyWithLogits(Tensor target)
    {
        CheckTarget(target);
        return LogLossOfLogit.Instance.Apply(this, target).Mean();
    }

    /// <summary>The cross-entropy of logits [..., classes]: the mean of −ln softmax(x)[label].</summary>
    /// <param name="labels">Either the right classes, int32 [...], or probabilities [..., classes].</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public Tensor CrossEntropy(Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (Shape.Rank == 0)
            throw new ArgumentException("CrossEntropy takes logits [batch, classes], not a single number.");
        if (labels.DType.IsFloat() && labels.Shape == Shape)
            return -(labels * LogSoftmax()).Sum(-1).Mean();
        if (labels.Shape != Shape[..^1])
        {
            throw new ArgumentException($"Logits {Shape} take labels of shape {Shape[..^1]} (class numbers) or {Shape} "
                + $"(probabilities), not {labels.DType} {labels.Shape}.");
        }
        if (labels.DType != DType.Int32)
        {
            throw new ArgumentException($"Class numbers are int32, not {labels.DType}. Convert with .To(DType.Int32).");
        }
        labels.CheckClasses(Shape[^1]);
        var logits = ToFloat();
        var rows = logits.Shape.Rank == 2 ? logits : logits.Reshape(-1, Shape[^1]);
        return Ops.CrossEntropy.Instance.Apply(rows, labels.Reshape(-1, 1)).Mean();
    }

    private void CheckTarget(Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        // No broadcasting here: [n, 1] against [n] would silently compare each with all.
        if (target.Shape != Shape)
        {
            throw new ArgumentException($"Predictions {Shape} and targets {target.Shape} differ in shape. "
                + $"Reshape one, as target.Reshape({string.Join(", ", Shape.ToArray())}).");
        }
    }

    private void CheckClasses(int classes)
    {
        if (DType.IsFloat())
            throw new ArgumentException($"Class numbers are int32, not {DType}. Convert with .To(DType.Int32).");
        foreach (int label in ToArray<int>())
        {
            if ((uint)label >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(nameof(classes),
                    $"Label {label} is none of {classes} classes: they go from 0 to {classes - 1}.");
            }
        }
    }
}
