namespace Backprop;

/// <summary>The hyperbolic tangent as a layer.</summary>
public sealed class Tanh : Module
{
    /// <summary>tanh x, element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Tanh();
    }
}
