namespace Backprop;

/// <summary>ln σ(x) as a layer.</summary>
public sealed class LogSigmoid : Module
{
    /// <summary>ln σ(x), element by element.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.LogSigmoid();
    }
}
