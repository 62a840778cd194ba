namespace Backprop;

/// <summary>
/// Stretches each column from its smallest and largest number to a range, 0 to 1 unless said otherwise:
/// y = (x − min) / (max − min). Later data may lie outside. A column that is everywhere the same becomes the lower end.
/// </summary>
public sealed class MinMaxScaler : ColumnScaler
{
    private readonly double low, high;

    /// <summary>A scaler to a range.</summary>
    /// <param name="low">Where the smallest number goes.</param>
    /// <param name="high">Where the largest number goes.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public MinMaxScaler(double low = 0, double high = 1)
    {
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"From {low} to {high} is no range. The lower end comes first."));
        }
        (this.low, this.high) = (low, high);
    }

    private protected override (double Shift, double Scale) OfColumn(
        double mean, double deviation, double smallest, double largest)
    {
        double scale = (largest - smallest) / (high - low);
        if (scale == 0)
            scale = 1;
        return (smallest - low * scale, scale);
    }
}
