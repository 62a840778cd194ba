namespace Backprop;

/// <summary>A ReLU whose negative slope α is learned.</summary>
/// <param name="channels">1 for one α in all, or the number of channels (axis 1) for one each.</param>
/// <param name="initial">The first α.</param>
public sealed class Prelu(int channels = 1, double initial = 0.25) : Module
{
    /// <summary>x where x &gt; 0, else α · x.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Prelu(Weight);
    }

    /// <summary>α, <c>[channels]</c>.</summary>
    public Tensor Weight { get; } = Tensor.Full([channels], initial).RequireGrad();
}
