namespace Backprop;

/// <summary>Passes its input on: what stands where a net has no activation.</summary>
public sealed class Identity : Module
{
    /// <summary>x itself.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x;
    }
}
