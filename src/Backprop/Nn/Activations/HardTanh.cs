namespace Backprop;

/// <summary>x kept between two numbers, as a layer.</summary>
/// <param name="low">The least output.</param>
/// <param name="high">The largest output.</param>
public sealed class HardTanh(double low = -1, double high = 1) : Module
{
    /// <summary>x cut to the range, element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.HardTanh(low, high);
    }
}
