using System.Globalization;

namespace Backprop;

/// <summary>Means of as many parts of <c>[batch, channels, length]</c> as are asked for, as a layer.</summary>
/// <param name="size">How many parts.</param>
public sealed class AdaptiveAvgPool1d(int size) : Module
{
    /// <inheritdoc cref="Tensor.AdaptiveAvgPool1d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.AdaptiveAvgPool1d(size);
    }

    /// <summary><c>AdaptiveAvgPool1d(1)</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AdaptiveAvgPool1d({size})");
}
