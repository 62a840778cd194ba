namespace Backprop;

/// <content>Losses over classes. The classes are the last axis: <c>[batch, classes]</c>, <c>[batch, positions, classes]</c>.</content>
public sealed partial class Tensor
{
    /// <summary>The label that stands for "do not count this one", as PyTorch has it.</summary>
    public const int IgnoredLabel = -100;

    /// <summary>
    /// The cross-entropy of logits, −ln softmax(x)[label], the notes' −Σ t ln y. It never goes through probabilities, so
    /// that logits of ±10⁴ stay finite; its gradient is softmax(x) − t.
    /// </summary>
    /// <param name="labels">Either the right classes, int32 <c>[…]</c>, or probabilities <c>[…, classes]</c>.</param>
    /// <param name="labelSmoothing">ε: how much of each target is spread evenly over all classes. Szegedy and others, 2016.</param>
    /// <param name="reduction">The mean over the rows that count, the sum, or a term for each row <c>[…]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class (and not <see cref="IgnoredLabel"/>).</exception>
    public Tensor CrossEntropy(Tensor labels, double labelSmoothing = 0, Reduction reduction = Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegative(labelSmoothing);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labelSmoothing, 1);
        if (Shape.Rank == 0)
            throw new ArgumentException("CrossEntropy takes logits [batch, classes], not a single number.");
        Tensor logits = ToFloat();
        if (labels.DType.IsFloat() && labels.Shape == Shape)
        {
            Tensor targets = labelSmoothing == 0 ? labels : labels * (1 - labelSmoothing) + labelSmoothing / Shape[^1];
            return Join(-(targets * logits.LogSoftmax()).Sum(-1), reduction);
        }
        Tensor? counted = CountedRows(labels);
        if (labelSmoothing > 0 || counted is not null)
        {
            Tensor logarithms = logits.LogSoftmax();
            Tensor terms = Picked(logarithms, labels, counted);
            if (labelSmoothing > 0)
                terms = (1 - labelSmoothing) * terms - labelSmoothing * WhereCounted(logarithms.Mean(-1), counted);
            return JoinCounted(terms, counted, reduction);
        }
        Tensor rows = logits.Shape.Rank == 2 ? logits : logits.Reshape(-1, Shape[^1]);
        return Join(Ops.CrossEntropy.Instance.Apply(rows, labels.Reshape(-1, 1)).Reshape(labels.Shape), reduction);
    }

    /// <summary>The negative log-likelihood of logarithms of probabilities: −x[label]. With <see cref="LogSoftmax"/> in
    /// front it is <see cref="CrossEntropy"/>.</summary>
    /// <param name="labels">The right classes, int32 <c>[…]</c>.</param>
    /// <param name="reduction">The mean over the rows that count, the sum, or a term for each row.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class (and not <see cref="IgnoredLabel"/>).</exception>
    public Tensor Nll(Tensor labels, Reduction reduction = Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (Shape.Rank == 0)
            throw new ArgumentException("Nll takes logarithms of probabilities [batch, classes], not a single number.");
        Tensor? counted = CountedRows(labels);
        return JoinCounted(Picked(ToFloat(), labels, counted), counted, reduction);
    }

    /// <summary>
    /// The Kullback–Leibler divergence of a distribution t from the one whose logarithms these are: Σ t (ln t − x), and 0
    /// where t is 0.
    /// </summary>
    /// <param name="target">Probabilities, of the same shape.</param>
    /// <param name="reduction">The sum divided by the batch (the mathematical mean), the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor KlDivergence(Tensor target, Reduction reduction = Reduction.Mean)
    {
        Tensor terms = Ops.DivergenceTerm.Instance.Apply(this, Checked(target));
        return reduction switch
        {
            Reduction.Mean => terms.Sum() / Math.Max(1, Shape.Rank == 0 ? 1 : Shape[0]),
            Reduction.Sum => terms.Sum(),
            _ => terms,
        };
    }

    // Null where every row counts, else true where the label is a class. Checks all labels.
    private Tensor? CountedRows(Tensor labels)
    {
        if (labels.Shape != Shape[..^1])
        {
            throw new ArgumentException($"Logits {Shape} take labels of shape {Shape[..^1]} (class numbers) or {Shape} "
                + $"(probabilities), not {labels.DType} {labels.Shape}.");
        }
        bool ignores = labels.CheckClasses(Shape[^1], mayIgnore: true);
        return ignores ? NotEqual(labels, Full(labels.Shape, IgnoredLabel, DType.Int32)) : null;
    }

    // True where some label is the ignored one.
    private bool CheckClasses(int classes, bool mayIgnore = false)
    {
        if (DType != DType.Int32)
            throw new ArgumentException($"Class numbers are int32, not {DType}. Convert with .To(DType.Int32).");
        bool ignores = false;
        foreach (int label in Numbers<int>())
        {
            bool ignored = mayIgnore && label == IgnoredLabel;
            ignores |= ignored;
            if ((uint)label >= (uint)classes && !ignored)
            {
                throw new ArgumentOutOfRangeException(nameof(classes),
                    $"Label {label} is none of {classes} classes: they go from 0 to {classes - 1}.");
            }
        }
        return ignores;
    }

    private static Tensor Picked(Tensor logarithms, Tensor labels, Tensor? counted)
    {
        Tensor valid = counted is null ? labels : Where(counted, labels, Zeros(labels.Shape, DType.Int32));
        return WhereCounted(-logarithms.Gather(-1, valid.Unsqueeze(-1)).Squeeze(-1), counted);
    }

    private static Tensor WhereCounted(Tensor terms, Tensor? counted) =>
        counted is null ? terms : Where(counted, terms, Zeros(terms.Shape, terms.DType));

    private static Tensor JoinCounted(Tensor terms, Tensor? counted, Reduction reduction) =>
        counted is not null && reduction == Reduction.Mean
            ? terms.Sum() / counted.To(terms.DType).Sum()
            : Join(terms, reduction);
}
