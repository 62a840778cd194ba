namespace Backprop;

/// <summary>max(x, 0) as a layer.</summary>
public sealed class Relu : Module
{
    /// <summary>max(x, 0), element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Relu();
    }
}
