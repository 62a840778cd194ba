namespace Backprop;

/// <summary>x · σ(x) as a layer; the notes call it Swish.</summary>
public sealed class Silu : Module
{
    /// <summary>x · σ(x), element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Silu();
    }
}
