namespace Backprop;

/// <summary>The mean absolute error, Σ|p − y| / n: in the unit of the target.</summary>
public sealed class MeanAbsoluteError() : SumMetric("MAE")
{
    /// <inheritdoc/>
    public override double Value => Sum(0) / Sum(1);

    /// <inheritdoc/>
    public override void Add(Tensor prediction, Tensor target)
    {
        var (p, y) = Pair.Of(prediction, target);
        AddToSums(p.Zip(y, (a, b) => Math.Abs(a - b)).Sum(), p.Length);
    }
}

/// <summary>The root of the mean squared error, √(Σ(p − y)² / n): in the unit of the target.</summary>
/// <remarks>Of several outputs it is that of all numbers together, where scikit-learn takes the mean of each output's
/// root.</remarks>
public sealed class RootMeanSquaredError() : SumMetric("RMSE")
{
    /// <inheritdoc/>
    public override double Value => Math.Sqrt(Sum(0) / Sum(1));

    /// <inheritdoc/>
    public override void Add(Tensor prediction, Tensor target)
    {
        var (p, y) = Pair.Of(prediction, target);
        AddToSums(p.Zip(y, (a, b) => (a - b) * (a - b)).Sum(), p.Length);
    }
}

/// <summary>
/// R² = 1 − Σ(p − y)² / Σ(y − ȳ)²: the share of the target's variance that is explained. 1 is perfect, 0 as good as
/// always saying the mean, below that worse. Of several outputs <c>[batch, outputs]</c> the mean of each one's.
/// </summary>
/// <remarks>If the target never changes it is 1 for a perfect prediction, else 0, as in scikit-learn.</remarks>
public sealed class RSquared : Metric
{
    private double count;
    private Column[] columns = [];

    /// <inheritdoc/>
    public override string Name => "R²";

    /// <inheritdoc/>
    public override double Value => columns.Length == 0 ? double.NaN : columns.Average(c => c.Value);

    /// <inheritdoc/>
    public override void Add(Tensor prediction, Tensor target)
    {
        var (p, y) = Pair.Of(prediction, target);
        int outputs = target.Shape.Rank < 2 ? 1 : target.Shape[^1];
        if (columns.Length == 0)
            columns = new Column[outputs];
        for (int i = 0; i < p.Length; i++)
        {
            if (i % outputs == 0)
                count++;
            columns[i % outputs].Add(p[i], y[i], count);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => (count, columns) = (0, []);

    /// <inheritdoc/>
    protected internal override double[] State() =>
        [count, .. columns.SelectMany(c => new[] { c.Mean, c.Spread, c.Misses })];

    /// <inheritdoc/>
    protected internal override void Load(double[] state)
    {
        count = state[0];
        columns = [.. state.Skip(1).Chunk(3).Select(c => new Column { Mean = c[0], Spread = c[1], Misses = c[2] })];
    }

    /// <summary>Running mean and Σ(y − ȳ)² by Welford's update, which loses no digits to a large mean.</summary>
    private struct Column
    {
        internal double Mean, Spread, Misses;

        internal readonly double Value => Spread > 0 ? 1 - Misses / Spread : Misses == 0 ? 1 : 0;

        internal void Add(double prediction, double target, double count)
        {
            double before = target - Mean;
            Mean += before / count;
            Spread += before * (target - Mean);
            Misses += (prediction - target) * (prediction - target);
        }
    }
}

/// <summary>Predictions and targets of equal shape.</summary>
internal static class Pair
{
    internal static (double[] Predictions, double[] Targets) Of(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.Shape != target.Shape)
        {
            throw new ArgumentException($"Predictions {prediction.Shape} and targets {target.Shape} differ in shape. "
                + "Reshape one of them.");
        }
        return (prediction.ToArray<double>(), target.ToArray<double>());
    }
}
