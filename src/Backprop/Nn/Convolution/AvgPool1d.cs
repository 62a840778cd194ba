using System.Globalization;

namespace Backprop;

/// <summary>The mean of each window of <c>[batch, channels, length]</c>, as a layer.</summary>
/// <param name="kernel">The size of a window.</param>
/// <param name="stride">From one window to the next; the kernel if left out.</param>
/// <param name="padding">Zeros at both ends; at most half the kernel.</param>
/// <param name="countPadding">Whether these zeros count.</param>
public sealed class AvgPool1d(int kernel, int? stride = null, int padding = 0, bool countPadding = true) : Module
{
    /// <inheritdoc cref="Tensor.AvgPool1d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.AvgPool1d(kernel, stride, padding, countPadding);
    }

    /// <summary><c>AvgPool1d(2)</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AvgPool1d({kernel})");
}
