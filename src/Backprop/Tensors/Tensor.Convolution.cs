using System.Globalization;
using Backprop.Ops;

namespace Backprop;

/// <content>Convolutions. As everywhere in the field the kernel is not turned round: y is a correlation.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// The sum over each window, with weights: <c>[batch, channels, height, width]</c> →
    /// <c>[batch, outputs, (height + 2 · padding − dilation · (kernel − 1) − 1) / stride + 1, …]</c>.
    /// </summary>
    /// <param name="weight"><c>[outputs, channels / groups, kernel height, kernel width]</c></param>
    /// <param name="bias"><c>[outputs]</c>; null for none.</param>
    /// <param name="stride">From one window to the next; 1 if left out.</param>
    /// <param name="padding">Zeros around the image, on each side.</param>
    /// <param name="dilation">From one pixel of a window to the next; 1 if left out.</param>
    /// <param name="groups">Into how many groups the channels fall; outputs see the channels of their group
    /// only.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the image is smaller than a window.</exception>
    public Tensor Conv2d(Tensor weight, Tensor? bias = null, Size2d? stride = null, Size2d padding = default,
        Size2d? dilation = null, int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(weight);
        string name = NameOf("Conv2d", weight, 4);
        CheckImages(name, 4);
        CheckGroups(name, groups, weight.Shape[0]);
        CheckChannels(name, Shape[1], weight.Shape[1] * groups);
        var windows = WindowsOf(name, (weight.Shape[2], weight.Shape[3]), stride ?? 1, padding, dilation ?? 1);
        CheckPlaces(name, windows);
        Tensor x = ToFloat(), w = weight.ToFloat();
        Join(ref x, ref w);
        return PlusBias(name, new Convolve(windows, groups).Apply(x, w), bias);
    }

    /// <summary>The same along one axis: <c>[batch, channels, length]</c> → <c>[batch, outputs, length]</c>, with
    /// weights
    /// <c>[outputs, channels / groups, kernel]</c>.</summary>
    /// <inheritdoc cref="Conv2d"/>
    public Tensor Conv1d(Tensor weight, Tensor? bias = null, int stride = 1, int padding = 0, int dilation = 1,
        int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(weight);
        string name = NameOf("Conv1d", weight, 3);
        CheckImages(name, 3);
        CheckGroups(name, groups, weight.Shape[0]);
        CheckChannels(name, Shape[1], weight.Shape[1] * groups);
        return Unsqueeze(2)
            .Conv2d(weight.Unsqueeze(2), bias, (1, stride), (0, padding), (1, dilation), groups)
            .Squeeze(2);
    }

    /// <summary>
    /// The reverse of <see cref="Conv2d"/>, which makes images larger: <c>[batch, channels, height, width]</c> →
    /// <c>[batch, outputs, (height − 1) · stride − 2 · padding + dilation · (kernel − 1) + outputPadding + 1, …]</c>.
    /// </summary>
    /// <param name="weight"><c>[channels, outputs / groups, kernel height, kernel width]</c></param>
    /// <param name="bias"><c>[outputs]</c>; null for none.</param>
    /// <param name="stride">How far apart the copies of the kernel are laid down; 1 if left out.</param>
    /// <param name="padding">Pixels taken off on each side.</param>
    /// <param name="outputPadding">Pixels added below and at the right: with a stride several sizes have one and the
    /// same reverse. Smaller than stride or dilation.</param>
    /// <param name="dilation">From one pixel of the kernel to the next; 1 if left out.</param>
    /// <param name="groups">Into how many groups the channels fall.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor ConvTranspose2d(Tensor weight, Tensor? bias = null, Size2d? stride = null, Size2d padding = default,
        Size2d outputPadding = default, Size2d? dilation = null, int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(weight);
        string name = NameOf("ConvTranspose2d", weight, 4);
        CheckImages(name, 4);
        CheckGroups(name, groups, weight.Shape[0]);
        CheckChannels(name, Shape[1], weight.Shape[0]);
        var windows = WindowsOf(name, (weight.Shape[2], weight.Shape[3]), stride ?? 1, padding, dilation ?? 1);
        Size2d reach = windows.Reach;
        int height = Length(Shape[2], windows.Stride.Height, reach.Height, padding.Height, outputPadding.Height);
        int width = Length(Shape[3], windows.Stride.Width, reach.Width, padding.Width, outputPadding.Width);
        Shape images = [Shape[0], weight.Shape[1] * groups, Math.Max(height, 0), Math.Max(width, 0)];
        if (height < 1 || width < 1 || windows.Places(images) != (Shape[2], Shape[3]))
        {
            throw new ArgumentException($"{name} makes {height}×{width} pixels of x {Shape} with padding {padding} and "
                + $"output padding {outputPadding}. Padding must leave a pixel; output padding is below the stride.");
        }
        Tensor x = ToFloat(), w = weight.ToFloat();
        Join(ref x, ref w);
        return PlusBias(name, new ConvolveBack(windows, groups, images).Apply(x, w), bias);

        static int Length(int from, int stride, int reach, int padding, int more) =>
            (from - 1) * stride + reach - 2 * padding + more;
    }

    /// <summary>As the layer would be called: <c>Conv2d(3 → 16, 3×3)</c>; channels of one group.</summary>
    private static string NameOf(string kind, Tensor weight, int rank)
    {
        if (weight.Shape.Rank != rank)
        {
            string axes = rank == 4 ? "kernel height, kernel width" : "kernel";
            throw new ArgumentException($"{kind} takes a weight of {rank} axes, channels and then {axes}, not "
                + $"{weight.Shape}. Reshape it.");
        }
        bool isBack = kind == "ConvTranspose2d";
        int from = weight.Shape[isBack ? 0 : 1], to = weight.Shape[isBack ? 1 : 0];
        return string.Create(CultureInfo.InvariantCulture,
            $"{kind}({from} → {to}, {string.Join('×', weight.Shape[2..].ToArray())})");
    }

    private void CheckImages(string name, int rank)
    {
        if (Shape.Rank == rank)
            return;
        string axes = rank == 4 ? "[batch, channels, height, width]" : "[batch, channels, length]";
        string next = Shape.Rank == rank - 1 ? "Add the batch with x.Unsqueeze(0)." : "Reshape x.";
        throw new ArgumentException($"{name} takes {axes}, but x is {Shape}. {next}");
    }

    private static void CheckGroups(string name, int groups, int outputs)
    {
        if (groups < 1 || outputs % groups != 0)
        {
            throw new ArgumentException($"{name} has {outputs} kernels, which do not fall into {groups} groups. Choose "
                + "a number of groups that divides them.");
        }
    }

    private void CheckChannels(string name, int given, int taken)
    {
        if (given != taken)
        {
            throw new ArgumentException($"{name} takes {taken} channels, but x {Shape} has {given}. Change the layer's "
                + $"inputs to {given}, or permute x to [batch, channels, …].");
        }
    }

    private static Windows WindowsOf(string name, Size2d kernel, Size2d stride, Size2d padding, Size2d dilation)
    {
        if (kernel is not { Height: > 0, Width: > 0 } || stride is not { Height: > 0, Width: > 0 }
            || dilation is not { Height: > 0, Width: > 0 } || padding is not { Height: >= 0, Width: >= 0 })
        {
            throw new ArgumentException($"{name} with kernel {kernel}, stride {stride}, dilation {dilation}, padding "
                + $"{padding}: the first three are 1 or more, padding is 0 or more.");
        }
        return new Windows(kernel, stride, padding, dilation);
    }

    private void CheckPlaces(string name, Windows windows)
    {
        if (windows.Places(Shape) is not { Height: > 0, Width: > 0 })
        {
            throw new ArgumentException($"{name} looks at {windows.Reach} pixels at once, but x {Shape} has "
                + $"{new Size2d(Shape[2], Shape[3])} and padding {windows.Padding}. Pad more, or shrink the kernel.");
        }
    }

    private static Tensor PlusBias(string name, Tensor y, Tensor? bias)
    {
        if (bias is null)
            return y;
        int outputs = y.Shape[1];
        if (bias.Shape.Rank != 1 || bias.Shape[0] != outputs)
            throw new ArgumentException($"{name} takes a bias [{outputs}], not {bias.Shape}.");
        return y + bias.Reshape(outputs, 1, 1);
    }
}
