using System.Globalization;

namespace Backprop;

/// <summary>The reverse of a <see cref="Conv2d"/>: it makes images larger, as generators and decoders do.
/// <c>[batch, inputs, height, width]</c> → <c>[batch, outputs, larger, larger]</c>. Zeiler and others, 2010.</summary>
public sealed class ConvTranspose2d : ConvolutionLayer
{
    /// <summary>A layer with random kernels. <c>kernel: 4, stride: 2, padding: 1</c> doubles height and
    /// width.</summary>
    /// <param name="inputs">Channels of x: one kernel each.</param>
    /// <param name="outputs">Channels of the result.</param>
    /// <param name="kernel">Pixels that one number of x reaches.</param>
    /// <param name="stride">How far apart the copies of the kernel are laid down; 1 if left out.</param>
    /// <param name="padding">Pixels taken off on each side.</param>
    /// <param name="outputPadding">Pixels added below and at the right.</param>
    /// <param name="dilation">From one pixel of the kernel to the next; 1 if left out.</param>
    /// <param name="groups">Groups of channels that do not see each other.</param>
    /// <param name="bias">Whether something is added that does not depend on x.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the groups do not divide the
    /// channels.</exception>
    public ConvTranspose2d(int inputs, int outputs, Size2d kernel, Size2d? stride = null, Size2d padding = default,
        Size2d outputPadding = default, Size2d? dilation = null, int groups = 1, bool bias = true)
        : base([PerGroup(inputs, groups, "inputs") * groups, PerGroup(outputs, groups, "outputs"),
            Positive(kernel, "kernel").Height, kernel.Width], outputs / groups * kernel.Area, bias ? outputs : null)
    {
        Stride = Positive(stride ?? 1, "stride");
        Dilation = Positive(dilation ?? 1, "dilation");
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(padding.Height, padding.Width), nameof(padding));
        Padding = padding;
        OutputPadding = outputPadding;
        Groups = groups;
    }

    /// <summary>How far apart the copies of the kernel are.</summary>
    public Size2d Stride { get; }

    /// <summary>Pixels taken off on each side.</summary>
    public Size2d Padding { get; }

    /// <summary>Pixels added below and at the right.</summary>
    public Size2d OutputPadding { get; }

    /// <summary>From one pixel of the kernel to the next.</summary>
    public Size2d Dilation { get; }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; }

    /// <inheritdoc cref="Tensor.ConvTranspose2d"/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.ConvTranspose2d(Weight, Bias, Stride, Padding, OutputPadding, Dilation, Groups);
    }

    /// <summary><c>ConvTranspose2d(64 → 1, 4×4, stride 2, padding 1)</c></summary>
    public override string ToString() => Describe(
        string.Create(CultureInfo.InvariantCulture,
            $"ConvTranspose2d({Weight.Shape[0]} → {Weight.Shape[1] * Groups}, {Weight.Shape[2]}×{Weight.Shape[3]}"),
        ("stride", Stride, new Size2d(1, 1)), ("padding", Padding, default(Size2d)),
        ("output padding", OutputPadding, default(Size2d)), ("dilation", Dilation, new Size2d(1, 1)),
        ("groups", Groups, 1));
}
