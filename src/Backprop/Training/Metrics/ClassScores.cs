namespace Backprop;

/// <summary>How one number is made of a number for each class.</summary>
public enum ClassAverage
{
    /// <summary>Class 1 alone, where there are two classes; the mean of all otherwise.</summary>
    Auto,
    /// <summary>Class 1 alone: the one that is looked for.</summary>
    Binary,
    /// <summary>The mean of all classes that occur, rare ones as much as frequent ones.</summary>
    Macro,
    /// <summary>All predictions counted together; for one label each that is the accuracy.</summary>
    Micro,
    /// <summary>The mean weighted by how often a class is right.</summary>
    Weighted,
}

/// <summary>A metric that is read off a <see cref="Matrix"/>.</summary>
/// <param name="name">What it is called.</param>
/// <param name="average">How classes are joined.</param>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public abstract class ClassScore(string name, ClassAverage average, double threshold) : Metric
{
    /// <inheritdoc/>
    public sealed override string Name => name;

    /// <summary>The counts so far.</summary>
    public ConfusionMatrix Matrix { get; } = new(threshold: threshold);

    /// <inheritdoc/>
    public sealed override double Value
    {
        get
        {
            int[] occurring = [.. Enumerable.Range(0, Matrix.Classes).Where(Matrix.Occurs)];
            if (occurring.Length == 0)
                return double.NaN;
            return average switch
            {
                ClassAverage.Binary => OfPositives(),
                ClassAverage.Auto when Matrix.Classes == 2 => OfPositives(),
                ClassAverage.Micro => Matrix.Accuracy,
                ClassAverage.Weighted => occurring.Sum(label => OfClass(label) * Matrix.Support(label)) / Matrix.Total,
                _ => occurring.Average(OfClass),
            };
        }
    }

    /// <inheritdoc/>
    public sealed override void Add(Tensor prediction, Tensor target) => Matrix.Add(prediction, target);

    /// <inheritdoc/>
    public sealed override void Reset() => Matrix.Reset();

    /// <summary>The number of one class.</summary>
    protected abstract double OfClass(int label);

    /// <inheritdoc/>
    protected internal sealed override double[] State() => Matrix.State();

    /// <inheritdoc/>
    protected internal sealed override void Load(double[] state) => Matrix.Load(state);

    private double OfPositives() => Matrix.Classes <= 2
        ? Matrix.Classes < 2 ? 0 : OfClass(1)
        : throw new InvalidOperationException($"{Name} of one class alone needs two classes, and there are "
            + $"{Matrix.Classes}. Take ClassAverage.Macro.");
}

/// <summary>Of those taken for a class, the share that is it: tp / (tp + fp).</summary>
/// <param name="average">How classes are joined.</param>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public sealed class Precision(ClassAverage average = ClassAverage.Auto, double threshold = 0.5)
    : ClassScore("precision", average, threshold)
{
    /// <inheritdoc/>
    protected override double OfClass(int label) => Matrix.Precision(label);
}

/// <summary>Of those that are a class, the share that was found: tp / (tp + fn).</summary>
/// <param name="average">How classes are joined.</param>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public sealed class Recall(ClassAverage average = ClassAverage.Auto, double threshold = 0.5)
    : ClassScore("recall", average, threshold)
{
    /// <inheritdoc/>
    protected override double OfClass(int label) => Matrix.Recall(label);
}

/// <summary>The harmonic mean of precision and recall: 2tp / (2tp + fp + fn).</summary>
/// <param name="average">How classes are joined.</param>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public sealed class F1Score(ClassAverage average = ClassAverage.Auto, double threshold = 0.5)
    : ClassScore("F1", average, threshold)
{
    /// <inheritdoc/>
    protected override double OfClass(int label) => Matrix.F1(label);
}
