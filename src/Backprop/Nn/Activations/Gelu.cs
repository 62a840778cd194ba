namespace Backprop;

/// <summary>x · Φ(x) as a layer.</summary>
/// <param name="tanh">True for the tanh form that GPT-2 uses.</param>
public sealed class Gelu(bool tanh = false) : Module
{
    /// <summary>x · Φ(x), element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Gelu(tanh);
    }
}
