namespace Backprop;

/// <summary>The mean of each window, as a layer.</summary>
/// <param name="kernel">The size of a window.</param>
/// <param name="stride">From one window to the next; the kernel if left out.</param>
/// <param name="padding">Zeros around the image; at most half the kernel.</param>
/// <param name="countPadding">Whether these zeros count.</param>
public sealed class AvgPool2d(Size2d kernel, Size2d? stride = null, Size2d padding = default, bool countPadding = true)
    : Module
{
    /// <inheritdoc cref="Tensor.AvgPool2d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.AvgPool2d(kernel, stride, padding, countPadding);
    }

    /// <summary><c>AvgPool2d(2×2)</c></summary>
    public override string ToString() => $"AvgPool2d({kernel})";
}
