namespace Backprop;

/// <summary>The exponential linear unit as a layer.</summary>
/// <param name="alpha">α: far below 0 the unit saturates at −α.</param>
public sealed class Elu(double alpha = 1) : Module
{
    /// <summary>x where x &gt; 0, else α (eˣ − 1).</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Elu(alpha);
    }
}
