namespace Backprop;

/// <summary>σ(x) = 1 / (1 + e⁻ˣ) as a layer.</summary>
public sealed class Sigmoid : Module
{
    /// <summary>σ(x), element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Sigmoid();
    }
}
