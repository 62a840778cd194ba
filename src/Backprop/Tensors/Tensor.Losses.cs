using Backprop.Ops;

namespace Backprop;

/// <content>Losses of numbers and of yes or no. Each compares element by element; shapes must be equal.</content>
public sealed partial class Tensor
{
    /// <summary>The mean squared error: (prediction − target)².</summary>
    /// <param name="target">Of the same shape.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Mse(Tensor target, Reduction reduction = Reduction.Mean) =>
        Join(SquaredError.Instance.Apply(this, Checked(target)), reduction);

    /// <summary>The mean absolute error: |prediction − target|, which outliers pull less than <see cref="Mse"/>.</summary>
    /// <inheritdoc cref="Mse"/>
    public Tensor Mae(Tensor target, Reduction reduction = Reduction.Mean) =>
        Join(AbsoluteError.Instance.Apply(this, Checked(target)), reduction);

    /// <summary>
    /// Huber's loss of e = prediction − target: e²/2 up to |e| = δ, from there the straight line δ (|e| − δ/2). Huber, 1964.
    /// </summary>
    /// <param name="target">Of the same shape.</param>
    /// <param name="delta">δ, above 0.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Huber(Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        return Join(new HuberError(delta).Apply(this, Checked(target)), reduction);
    }

    /// <summary>Huber's loss divided by its corner β: the slope of the straight part is 1, as <see cref="Mae"/> has it.</summary>
    /// <param name="target">Of the same shape.</param>
    /// <param name="beta">β, above 0.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor SmoothL1(Tensor target, double beta = 1, Reduction reduction = Reduction.Mean) =>
        Huber(target, beta, reduction) / beta;

    /// <summary>
    /// The log loss of probabilities p: −t ln p − (1 − t) ln(1 − p). Logarithms stop at −100. From logits,
    /// <see cref="BinaryCrossEntropyWithLogits"/> is more exact.
    /// </summary>
    /// <param name="target">0 or 1 (or between), of the same shape.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor BinaryCrossEntropy(Tensor target, Reduction reduction = Reduction.Mean) =>
        Join(LogLoss.Instance.Apply(this, Checked(target)), reduction);

    /// <summary>
    /// The log loss of logits z, p = σ(z): max(z, 0) − z t + ln(1 + e^−|z|). Finite and exact for every z.
    /// </summary>
    /// <param name="target">0 or 1 (or between), of the same shape.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor BinaryCrossEntropyWithLogits(Tensor target, Reduction reduction = Reduction.Mean) =>
        Join(LogLossOfLogit.Instance.Apply(this, Checked(target)), reduction);

    /// <summary>The hinge loss of a score s for a side t: max(0, 1 − t · s). Support vector machines train on it.</summary>
    /// <param name="target">−1 or 1, of the same shape.</param>
    /// <param name="reduction">The mean, the sum, or a term for each element.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Hinge(Tensor target, Reduction reduction = Reduction.Mean) =>
        Join(HingeError.Instance.Apply(this, Checked(target)), reduction);

    private static Tensor Join(Tensor terms, Reduction reduction) => reduction switch
    {
        Reduction.Mean => terms.Mean(),
        Reduction.Sum => terms.Sum(),
        _ => terms,
    };

    // No broadcasting here: [n, 1] against [n] would silently compare each with all.
    private Tensor Checked(Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Shape == Shape)
            return target;
        throw new ArgumentException($"Predictions {Shape} and targets {target.Shape} differ in shape. "
            + $"Reshape one, as target.Reshape({string.Join(", ", Shape.ToArray())}).");
    }
}
