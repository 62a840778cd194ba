namespace Backprop;

/// <summary>The self-normalising ELU as a layer.</summary>
public sealed class Selu : Module
{
    /// <summary>λx where x &gt; 0, else λα (eˣ − 1).</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Selu();
    }
}
