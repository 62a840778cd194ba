namespace Backprop;

/// <summary>Means of as many parts of an image as are asked for, whatever its size: what stands between convolutions
/// and a <see cref="Linear"/> layer.</summary>
/// <param name="size">How many parts along height and width; 1 is the mean of each channel.</param>
public sealed class AdaptiveAvgPool2d(Size2d size) : Module
{
    /// <inheritdoc cref="Tensor.AdaptiveAvgPool2d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.AdaptiveAvgPool2d(size);
    }

    /// <summary><c>AdaptiveAvgPool2d(1×1)</c></summary>
    public override string ToString() => $"AdaptiveAvgPool2d({size})";
}
