namespace Backprop;

/// <summary>A floor that replaces all that is not above it, as a layer.</summary>
/// <param name="theta">θ.</param>
/// <param name="value">What stands for all that is not above θ.</param>
public sealed class Threshold(double theta, double value) : Module
{
    /// <summary>x where x &gt; θ, else the value.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Threshold(theta, value);
    }
}
