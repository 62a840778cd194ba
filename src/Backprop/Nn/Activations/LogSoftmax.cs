namespace Backprop;

/// <summary>The logarithm of softmax along the last axis, as a layer.</summary>
public sealed class LogSoftmax : Module
{
    /// <summary>x − ln Σ eˣ for each row.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.LogSoftmax();
    }
}
