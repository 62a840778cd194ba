using System.Globalization;

namespace Backprop;

/// <summary>
/// How often each class was taken for each: rows are what is right, columns what was predicted.
/// <c>ConfusionMatrix.Of(net.Forward(x), labels)</c>, or <see cref="Add"/> batch by batch.
/// </summary>
/// <param name="names">Names of the classes for the table; their numbers without.</param>
/// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
public sealed class ConfusionMatrix(IReadOnlyList<string>? names = null, double threshold = 0.5)
{
    // More are a mistake: house numbers taken for labels.
    private const int MostClasses = 4096;

    private long[,] counts = new long[0, 0];

    /// <summary>The matrix of one batch.</summary>
    /// <inheritdoc cref="Add"/>
    public static ConfusionMatrix Of(
        Tensor prediction, Tensor target, IReadOnlyList<string>? names = null, double threshold = 0.5)
    {
        var matrix = new ConfusionMatrix(names, threshold);
        matrix.Add(prediction, target);
        return matrix;
    }

    /// <summary>How many classes were seen.</summary>
    public int Classes => counts.GetLength(0);

    /// <summary>How often a class was taken for another.</summary>
    /// <param name="right">What it was.</param>
    /// <param name="predicted">What it was taken for.</param>
    public long this[int right, int predicted] => counts[right, predicted];

    /// <summary>How many predictions were added.</summary>
    public long Total => counts.Cast<long>().Sum();

    /// <summary>The share that is right.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Classes).Sum(i => counts[i, i]) / Total;

    /// <summary>Names of the classes, as in the table.</summary>
    public IReadOnlyList<string> Names => [.. Enumerable.Range(0, Classes).Select(NameOf)];

    /// <summary>Of those taken for a class, the share that is it; 0 if none was.</summary>
    public double Precision(int label) => Share(counts[label, label], Column(label));

    /// <summary>Of those that are a class, the share that was found; 0 if there is none.</summary>
    public double Recall(int label) => Share(counts[label, label], Row(label));

    /// <summary>The harmonic mean of precision and recall, 2tp / (2tp + fp + fn); 0 if the class never
    /// occurs.</summary>
    public double F1(int label) => Share(2 * counts[label, label], Row(label) + Column(label));

    /// <summary>Adds a batch.</summary>
    /// <param name="prediction">Scores <c>[…, classes]</c>, one score each <c>[…]</c> or <c>[…, 1]</c>, or classes as
    /// int32.</param>
    /// <param name="target">The right classes, <c>[…]</c>.</param>
    /// <exception cref="ArgumentException">The two do not belong together, or a label is no class.</exception>
    public void Add(Tensor prediction, Tensor target)
    {
        var (pairs, classes) = ClassLabels.Of(prediction, target, threshold);
        foreach (var (predicted, right) in pairs)
        {
            if (Math.Min(predicted, right) < 0 || Math.Max(predicted, right) >= MostClasses)
            {
                throw new ArgumentException($"Labels {predicted} and {right}: classes are numbers from 0, at most "
                    + $"{MostClasses} of them.");
            }
            classes = Math.Max(classes, Math.Max(predicted, right) + 1);
        }
        Grow(Math.Max(classes, names?.Count ?? 0));
        foreach (var (predicted, right) in pairs)
            counts[right, predicted]++;
    }

    /// <summary>The counts as a tensor, int32 <c>[right, predicted]</c>.</summary>
    public Tensor ToTensor()
    {
        var whole = new int[Classes, Classes];
        for (int i = 0; i < Classes; i++)
            for (int j = 0; j < Classes; j++)
                whole[i, j] = checked((int)counts[i, j]);
        return Tensor.From(whole);
    }

    /// <summary>The table, with the share of each class that was found.</summary>
    public override string ToString()
    {
        string[] head = [.. Names];
        string[][] rows = [.. head.Select((name, i) => (string[])[name,
            .. head.Select((_, j) => counts[i, j].ToString(CultureInfo.InvariantCulture)),
            Row(i) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * Recall(i):F1} %")])];
        return TextTable.Of(["right \\ predicted", .. head, "found"], rows);
    }

    /// <summary>How often a class is right, or predicted.</summary>
    internal long Support(int label) => Row(label);

    /// <summary>Whether a class occurs at all, right or predicted.</summary>
    internal bool Occurs(int label) => Row(label) + Column(label) > 0;

    internal void Reset() => counts = new long[0, 0];

    internal double[] State() => [.. counts.Cast<long>().Select(count => (double)count)];

    internal void Load(double[] state)
    {
        int classes = (int)Math.Sqrt(state.Length);
        counts = new long[classes, classes];
        for (int i = 0; i < classes * classes; i++)
            counts[i / classes, i % classes] = (long)state[i];
    }

    private string NameOf(int label) =>
        names is not null && label < names.Count ? names[label] : label.ToString(CultureInfo.InvariantCulture);

    private long Row(int label) => Enumerable.Range(0, Classes).Sum(j => counts[label, j]);

    private long Column(int label) => Enumerable.Range(0, Classes).Sum(i => counts[i, label]);

    private void Grow(int classes)
    {
        if (classes <= Classes)
            return;
        var larger = new long[classes, classes];
        for (int i = 0; i < Classes; i++)
            for (int j = 0; j < Classes; j++)
                larger[i, j] = counts[i, j];
        counts = larger;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
