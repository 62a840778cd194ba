using System.Globalization;

namespace Backprop;

/// <summary>The largest number of each window of <c>[batch, channels, length]</c>, as a layer.</summary>
/// <param name="kernel">The size of a window.</param>
/// <param name="stride">From one window to the next; the kernel if left out.</param>
/// <param name="padding">Places at both ends that never are the largest; at most half the kernel.</param>
public sealed class MaxPool1d(int kernel, int? stride = null, int padding = 0) : Module
{
    /// <inheritdoc cref="Tensor.MaxPool1d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.MaxPool1d(kernel, stride, padding);
    }

    /// <summary><c>MaxPool1d(2)</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"MaxPool1d({kernel})");
}
