namespace Backprop;

/// <summary>The largest number of each window, as a layer: a pattern counts wherever in the window it is.</summary>
/// <param name="kernel">The size of a window.</param>
/// <param name="stride">From one window to the next; the kernel if left out.</param>
/// <param name="padding">Pixels around the image that never are the largest; at most half the kernel.</param>
public sealed class MaxPool2d(Size2d kernel, Size2d? stride = null, Size2d padding = default) : Module
{
    /// <inheritdoc cref="Tensor.MaxPool2d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.MaxPool2d(kernel, stride, padding);
    }

    /// <summary><c>MaxPool2d(2×2)</c></summary>
    public override string ToString() => $"MaxPool2d({kernel})";
}
