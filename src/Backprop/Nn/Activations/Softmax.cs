namespace Backprop;

/// <summary>eˣ / Σ eˣ along the last axis as a layer. For training, leave it out and take
/// <see cref="Tensor.CrossEntropy"/> of the logits.</summary>
public sealed class Softmax : Module
{
    /// <summary>Positive numbers that sum to 1 in each row.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Softmax();
    }
}
