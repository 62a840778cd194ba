namespace Backprop;

/// <summary>Takes the mean off each column: y = x − mean. Columns then lie around 0.</summary>
public sealed class MeanCentering : ColumnScaler
{
    /// <summary>The mean of each column of the training data, float64 <c>[columns]</c>.</summary>
    public Tensor Mean => Shift;

    private protected override (double Shift, double Scale) OfColumn(
        double mean, double deviation, double smallest, double largest) => (mean, 1);
}
