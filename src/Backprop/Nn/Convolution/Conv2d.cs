using System.Globalization;

namespace Backprop;

/// <summary>A convolution: every output channel looks for one pattern, everywhere in the image.
/// <c>[batch, inputs, height, width]</c> → <c>[batch, outputs, height, width]</c>. LeCun and others, 1989.</summary>
public sealed class Conv2d : ConvolutionLayer
{
    /// <summary>A layer with random kernels.</summary>
    /// <param name="inputs">Channels of x: 1 for grey images, 3 for coloured ones.</param>
    /// <param name="outputs">Channels of the result: one kernel each.</param>
    /// <param name="kernel">Pixels that one result sees: <c>3</c>, or <c>(3, 5)</c> for height and width.</param>
    /// <param name="stride">From one window to the next; 1 if left out.</param>
    /// <param name="padding">Zeros around the image; <c>kernel / 2</c> keeps its size if kernels are odd.</param>
    /// <param name="dilation">From one pixel of a window to the next; 1 if left out.</param>
    /// <param name="groups">Groups of channels that do not see each other; as many as inputs is depthwise.</param>
    /// <param name="bias">Whether something is added that does not depend on x.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the groups do not divide the
    /// channels.</exception>
    public Conv2d(int inputs, int outputs, Size2d kernel, Size2d? stride = null, Size2d padding = default,
        Size2d? dilation = null, int groups = 1, bool bias = true)
        : base([PerGroup(outputs, groups, "outputs") * groups, PerGroup(inputs, groups, "inputs"),
            Positive(kernel, "kernel").Height, kernel.Width], inputs / groups * kernel.Area, bias ? outputs : null)
    {
        Stride = Positive(stride ?? 1, "stride");
        Dilation = Positive(dilation ?? 1, "dilation");
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(padding.Height, padding.Width), nameof(padding));
        Padding = padding;
        Groups = groups;
    }

    /// <summary>From one window to the next.</summary>
    public Size2d Stride { get; }

    /// <summary>Zeros around the image.</summary>
    public Size2d Padding { get; }

    /// <summary>From one pixel of a window to the next.</summary>
    public Size2d Dilation { get; }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; }

    /// <inheritdoc cref="Tensor.Conv2d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Conv2d(Weight, Bias, Stride, Padding, Dilation, Groups);
    }

    /// <summary><c>Conv2d(3 → 16, 3×3, padding 1)</c></summary>
    public override string ToString() => Describe(
        string.Create(CultureInfo.InvariantCulture,
            $"Conv2d({Weight.Shape[1] * Groups} → {Weight.Shape[0]}, {Weight.Shape[2]}×{Weight.Shape[3]}"),
        ("stride", Stride, new Size2d(1, 1)), ("padding", Padding, default(Size2d)),
        ("dilation", Dilation, new Size2d(1, 1)), ("groups", Groups, 1));
}
