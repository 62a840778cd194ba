namespace Backprop;

/// <summary>The threshold neuron's 1 or 0 as a layer. No gradient passes it.</summary>
/// <param name="theta">θ.</param>
public sealed class Step(double theta = 0) : Module
{
    /// <summary>1 where x &gt; θ, else 0.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Step(theta);
    }
}
