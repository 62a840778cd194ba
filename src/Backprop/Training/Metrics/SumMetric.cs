namespace Backprop;

/// <summary>A metric that is computed from a few sums.</summary>
/// <example><code>
/// sealed class Bias() : SumMetric("bias")
/// {
///     public override double Value =&gt; Sum(0) / Sum(1);
///     public override void Add(Tensor prediction, Tensor target) =&gt;
///         AddToSums((prediction - target).Sum().Item(), target.Shape.Size);
/// }
/// </code></example>
/// <param name="name">What it is called.</param>
public abstract class SumMetric(string name) : Metric
{
    private double[] sums = [];

    /// <inheritdoc/>
    public sealed override string Name => name;

    /// <inheritdoc/>
    public sealed override void Reset() => sums = [];

    /// <summary>One of the sums; 0 before anything was added.</summary>
    protected double Sum(int index) => index < sums.Length ? sums[index] : 0;

    /// <summary>Adds to each sum, in order.</summary>
    protected void AddToSums(params ReadOnlySpan<double> values)
    {
        if (sums.Length < values.Length)
            Array.Resize(ref sums, values.Length);
        for (int i = 0; i < values.Length; i++)
            sums[i] += values[i];
    }

    /// <inheritdoc/>
    protected internal sealed override double[] State() => [.. sums];

    /// <inheritdoc/>
    protected internal sealed override void Load(double[] state) => sums = [.. state];
}
