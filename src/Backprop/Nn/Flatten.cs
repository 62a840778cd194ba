namespace Backprop;

/// <summary>Axes joined to one, as a layer: what stands between images and a <see cref="Linear"/> layer.</summary>
/// <param name="from">The first axis that is joined.</param>
/// <param name="to">The last; −1 is the tensor's last.</param>
public sealed class Flatten(int from = 1, int to = -1) : Module
{
    /// <inheritdoc cref="Tensor.Flatten"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Flatten(from, to);
    }
}
