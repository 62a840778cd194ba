namespace Backprop;

/// <summary>
/// Whitening by principal components: y = (x − mean) · axesᵀ / √variance. The new columns do not vary together and all
/// have variance 1. Directions without variance come out as 0, so that nothing is divided by 0; leaving out those of
/// little variance, <c>new Whitening(components: 10)</c>, keeps their noise from being blown up.
/// </summary>
/// <param name="components">How many columns to keep; as many as there are if left out.</param>
public sealed class Whitening(int? components = null) : PrincipalAxes(components)
{
    // Less than that share of the largest variance is rounding.
    private const double LeastShare = 1e-12;

    internal override Tensor Apply(Tensor x) =>
        (x - Mean.To(x.Device)).MatMul(Components.To(x.Device).T) * Scales(inverse: true).To(x.Device);

    internal override Tensor Invert(Tensor y) =>
        (y * Scales(inverse: false).To(y.Device)).MatMul(Components.To(y.Device)) + Mean.To(y.Device);

    /// <summary>The standard deviation along each axis or, where it is not 0, one over it.</summary>
    private Tensor Scales(bool inverse)
    {
        double[] variances = ExplainedVariance.ToArray<double>();
        double least = variances.Max() * LeastShare;
        double[] scales = [.. variances.Select(v => v <= least ? 0 : inverse ? 1 / Math.Sqrt(v) : Math.Sqrt(v))];
        return Tensor.From(scales, dtype: DType.Float64);
    }
}
