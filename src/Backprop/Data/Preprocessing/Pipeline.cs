using System.Globalization;
using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>
/// Steps one behind the other: <c>Pipeline prepare = [new Standardizer(), new Pca(2)];</c>. Each is fitted to what the
/// ones before make of the training data. Its <see cref="Preprocessor.State"/> is saved with the model.
/// </summary>
[CollectionBuilder(typeof(Pipeline), nameof(Create))]
public sealed class Pipeline : Preprocessor
{
    private readonly Preprocessor[] steps;

    /// <summary>A pipeline of its steps.</summary>
    /// <exception cref="ArgumentException">There is no step, or one stands there twice.</exception>
    public Pipeline(params ReadOnlySpan<Preprocessor> steps)
    {
        this.steps = steps.ToArray();
        if (this.steps.Length == 0)
            throw new ArgumentException("A pipeline without a step does nothing. Write [new Standardizer()].");
        if (this.steps.Distinct(ReferenceEqualityComparer.Instance).Count() < this.steps.Length)
            throw new ArgumentException("One step stands twice in the pipeline, but it can learn only once. Make two.");
    }

    /// <summary>What a collection expression calls.</summary>
    public static Pipeline Create(ReadOnlySpan<Preprocessor> steps) => new(steps);

    /// <summary>The steps, first to last.</summary>
    public IReadOnlyList<Preprocessor> Steps => steps;

    /// <summary>One step: <c>prepare[0]</c>, <c>prepare[^1]</c>.</summary>
    public Preprocessor this[Index index] => steps[index];

    internal override int? OutputWidth => steps[^1].OutputWidth;

    /// <summary>The steps, for <c>foreach</c> and <c>[.. prepare]</c>.</summary>
    public IEnumerator<Preprocessor> GetEnumerator() => ((IEnumerable<Preprocessor>)steps).GetEnumerator();

    /// <summary><c>Standardizer(3 → 3) → Pca(3 → 2)</c></summary>
    public override string ToString() => string.Join(" → ", (IEnumerable<Preprocessor>)steps);

    internal override void Learn(Tensor x)
    {
        foreach (var step in steps)
            x = step.FitTransform(x);
    }

    internal override Tensor Apply(Tensor x) => steps.Aggregate(x, (rows, step) => step.Transform(rows));

    internal override Tensor Invert(Tensor y) => steps.Reverse().Aggregate(y, (rows, step) => step.Inverse(rows));

    internal override void Save(string prefix, Dictionary<string, Tensor> state)
    {
        for (int i = 0; i < steps.Length; i++)
            steps[i].Save(Prefix(prefix, i), state);
    }

    internal override (Action Commit, int Width) Restore(string prefix, SavedState saved, int? width)
    {
        var commits = new List<Action>();
        for (int i = 0; i < steps.Length; i++)
        {
            var (commit, output) = steps[i].Restore(Prefix(prefix, i), saved, width);
            commits.Add(commit);
            width = output;
        }
        commits.Add(() => InputWidth = steps[0].InputWidth);
        return (() => commits.ForEach(commit => commit()), width!.Value);
    }

    private static string Prefix(string prefix, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{step}.");
}
