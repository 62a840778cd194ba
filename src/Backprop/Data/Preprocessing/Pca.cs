namespace Backprop;

/// <summary>
/// Principal component analysis: y = (x − mean) · axesᵀ. The new columns do not vary together; the first ones hold most
/// of the variance, so that keeping a few loses little. <c>new Pca(components: 2)</c>
/// </summary>
/// <remarks>Source: Pearson, On lines and planes of closest fit (1901); Hotelling (1933).</remarks>
/// <param name="components">How many columns to keep; as many as there are if left out.</param>
public sealed class Pca(int? components = null) : PrincipalAxes(components)
{
    internal override Tensor Apply(Tensor x) => (x - Mean.To(x.Device)).MatMul(Components.To(x.Device).T);

    internal override Tensor Invert(Tensor y) => y.MatMul(Components.To(y.Device)) + Mean.To(y.Device);
}
