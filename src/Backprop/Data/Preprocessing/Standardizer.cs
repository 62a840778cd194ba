namespace Backprop;

/// <summary>
/// Gives each column mean 0 and standard deviation 1: y = (x − mean) / deviation, with deviation² the mean of
/// (x − mean)² (divided by n, not n − 1). A column that is everywhere the same becomes 0.
/// </summary>
public sealed class Standardizer : ColumnScaler
{
    /// <summary>The mean of each column of the training data, float64 <c>[columns]</c>.</summary>
    public Tensor Mean => Shift;

    /// <summary>The standard deviation of each column, float64 <c>[columns]</c>; 1 for one that is everywhere the
    /// same.</summary>
    public Tensor Deviation => Scale;

    private protected override (double Shift, double Scale) OfColumn(
        double mean, double deviation, double smallest, double largest) => (mean, deviation == 0 ? 1 : deviation);
}
