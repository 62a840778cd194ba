namespace Backprop;

/// <summary>The ReLU that leaks: negative inputs keep a small slope, so that no unit dies.</summary>
/// <param name="slope">α.</param>
public sealed class LeakyRelu(double slope = 0.01) : Module
{
    /// <summary>x where x &gt; 0, else slope · x.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.LeakyRelu(slope);
    }
}
