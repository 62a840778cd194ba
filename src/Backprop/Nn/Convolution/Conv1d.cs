using System.Globalization;

namespace Backprop;

/// <summary>A convolution along one axis: <c>[batch, inputs, length]</c> → <c>[batch, outputs, length]</c>.</summary>
public sealed class Conv1d : ConvolutionLayer
{
    /// <summary>A layer with random kernels.</summary>
    /// <param name="inputs">Channels of x.</param>
    /// <param name="outputs">Channels of the result: one kernel each.</param>
    /// <param name="kernel">Neighbours that one result sees.</param>
    /// <param name="stride">From one window to the next.</param>
    /// <param name="padding">Zeros at both ends.</param>
    /// <param name="dilation">From one element of a window to the next.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="bias">Whether something is added that does not depend on x.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the groups do not divide the
    /// channels.</exception>
    public Conv1d(int inputs, int outputs, int kernel, int stride = 1, int padding = 0, int dilation = 1,
        int groups = 1, bool bias = true)
        : base([PerGroup(outputs, groups, "outputs") * groups, PerGroup(inputs, groups, "inputs"),
            Positive(kernel, "kernel").Width], inputs / groups * kernel, bias ? outputs : null)
    {
        Stride = Positive(stride, "stride").Width;
        Dilation = Positive(dilation, "dilation").Width;
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        Padding = padding;
        Groups = groups;
    }

    /// <summary>From one window to the next.</summary>
    public int Stride { get; }

    /// <summary>Zeros at both ends.</summary>
    public int Padding { get; }

    /// <summary>From one element of a window to the next.</summary>
    public int Dilation { get; }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; }

    /// <inheritdoc cref="Tensor.Conv1d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Conv1d(Weight, Bias, Stride, Padding, Dilation, Groups);
    }

    /// <summary><c>Conv1d(2 → 3, 5)</c></summary>
    public override string ToString() => Describe(
        string.Create(CultureInfo.InvariantCulture,
            $"Conv1d({Weight.Shape[1] * Groups} → {Weight.Shape[0]}, {Weight.Shape[2]}"),
        ("stride", Stride, 1), ("padding", Padding, 0), ("dilation", Dilation, 1), ("groups", Groups, 1));
}
