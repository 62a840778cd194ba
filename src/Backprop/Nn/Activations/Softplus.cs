namespace Backprop;

/// <summary>A smooth ReLU as a layer.</summary>
/// <param name="beta">β: the larger, the sharper the bend at 0.</param>
public sealed class Softplus(double beta = 1) : Module
{
    /// <summary>ln(1 + e^βx) / β, element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Softplus(beta);
    }
}
