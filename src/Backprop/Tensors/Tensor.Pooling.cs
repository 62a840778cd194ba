using Backprop.Ops;

namespace Backprop;

/// <content>Pools: one number for each window, channel by channel.</content>
public sealed partial class Tensor
{
    /// <summary>The largest number of each window. Of equal ones the first takes the gradient.</summary>
    /// <param name="kernel">The size of a window.</param>
    /// <param name="stride">From one window to the next; the kernel if left out, so that they do not overlap.</param>
    /// <param name="padding">Pixels around the image that never are the largest; at most half the kernel.</param>
    /// <returns><c>[batch, channels, (height + 2 · padding − kernel) / stride + 1, …]</c></returns>
    /// <exception cref="ArgumentException">x is no batch of images, or smaller than a window.</exception>
    public Tensor MaxPool2d(Size2d kernel, Size2d? stride = null, Size2d padding = default)
    {
        string name = $"MaxPool2d({kernel})";
        CheckImages(name, 4);
        var windows = WindowsOf(name, kernel, stride ?? kernel, padding, 1);
        CheckPooled(name, windows);
        var padded = windows.Pad(ToFloat(), double.NegativeInfinity);
        return new MaxPool(windows with { Padding = 0 }).Apply(padded);
    }

    /// <summary>The largest number of each window of <c>[batch, channels, length]</c>.</summary>
    /// <inheritdoc cref="MaxPool2d"/>
    public Tensor MaxPool1d(int kernel, int? stride = null, int padding = 0)
    {
        CheckImages($"MaxPool1d({kernel})", 3);
        return Unsqueeze(2).MaxPool2d((1, kernel), (1, stride ?? kernel), (0, padding)).Squeeze(2);
    }

    /// <summary>The mean of each window.</summary>
    /// <param name="kernel">The size of a window.</param>
    /// <param name="stride">From one window to the next; the kernel if left out.</param>
    /// <param name="padding">Zeros around the image; at most half the kernel.</param>
    /// <param name="countPadding">Whether these zeros count. If not, a window at the rim is the mean of what it
    /// has.</param>
    /// <returns><c>[batch, channels, (height + 2 · padding − kernel) / stride + 1, …]</c></returns>
    /// <exception cref="ArgumentException">x is no batch of images, or smaller than a window.</exception>
    public Tensor AvgPool2d(Size2d kernel, Size2d? stride = null, Size2d padding = default, bool countPadding = true)
    {
        string name = $"AvgPool2d({kernel})";
        CheckImages(name, 4);
        var windows = WindowsOf(name, kernel, stride ?? kernel, padding, 1);
        CheckPooled(name, windows);
        var x = ToFloat();
        // Each channel is an image of its own, and the mean a kernel of equal weights.
        var channels = x.Reshape(Shape[0] * Shape[1], 1, Shape[2], Shape[3]);
        var ones = Filled(x.Device, [1, 1, kernel.Height, kernel.Width], x.DType, 1);
        var sums = new Convolve(windows, 1).Apply(channels, ones);
        var counts = countPadding ? kernel.Area : windows.Counts(Shape).To(x.DType).To(x.Device);
        return (sums / counts).Reshape(Shape[0], Shape[1], sums.Shape[2], sums.Shape[3]);
    }

    /// <summary>The mean of each window of <c>[batch, channels, length]</c>.</summary>
    /// <inheritdoc cref="AvgPool2d"/>
    public Tensor AvgPool1d(int kernel, int? stride = null, int padding = 0, bool countPadding = true)
    {
        CheckImages($"AvgPool1d({kernel})", 3);
        return Unsqueeze(2).AvgPool2d((1, kernel), (1, stride ?? kernel), (0, padding), countPadding).Squeeze(2);
    }

    /// <summary>The means of parts of the image, as many as are asked for, whatever its size: part i of n goes from
    /// ⌊i · height / n⌋ to ⌈(i + 1) · height / n⌉. <c>AdaptiveAvgPool2d(1)</c> is the mean of each channel.</summary>
    /// <returns><c>[batch, channels, size.Height, size.Width]</c></returns>
    /// <exception cref="ArgumentException">x is no batch of images, or has no pixels.</exception>
    public Tensor AdaptiveAvgPool2d(Size2d size)
    {
        string name = $"AdaptiveAvgPool2d({size})";
        CheckImages(name, 4);
        if (size is not { Height: > 0, Width: > 0 } || Shape[2] == 0 || Shape[3] == 0)
            throw new ArgumentException($"{name} of x {Shape}: both need a pixel or more.");
        var x = ToFloat();
        // A mean over a rectangle is a mean along one axis of means along the other: two products of matrices.
        return Parts(Shape[2], size.Height, x).MatMul(x).MatMul(Parts(Shape[3], size.Width, x).T);
    }

    /// <summary>The means of parts of <c>[batch, channels, length]</c>.</summary>
    /// <inheritdoc cref="AdaptiveAvgPool2d"/>
    public Tensor AdaptiveAvgPool1d(int size)
    {
        CheckImages($"AdaptiveAvgPool1d({size})", 3);
        return Unsqueeze(2).AdaptiveAvgPool2d((1, size)).Squeeze(2);
    }

    /// <summary>Axes from one to another joined to one: <c>[batch, channels, height, width]</c> →
    /// <c>[batch, channels · height · width]</c>.</summary>
    /// <exception cref="ArgumentException">The first axis lies behind the last.</exception>
    public Tensor Flatten(int from = 1, int to = -1)
    {
        int first = Shape.Axis(from), last = Shape.Axis(to);
        if (first > last)
        {
            throw new ArgumentException($"Flatten of {Shape} goes from axis {from} to axis {to}, which lies before it. "
                + "Swap them.");
        }
        return Reshape([.. Shape[..first], Shape[first..(last + 1)].Size, .. Shape[(last + 1)..]]);
    }

    private void CheckPooled(string name, Windows windows)
    {
        if (windows.Padding.Height > windows.Kernel.Height / 2 || windows.Padding.Width > windows.Kernel.Width / 2)
        {
            throw new ArgumentException($"{name} with padding {windows.Padding} has windows without a pixel of the "
                + "image. Pad by at most half the kernel.");
        }
        CheckPlaces(name, windows);
    }

    /// <summary>Row i averages the numbers of part i: <c>[parts, length]</c>.</summary>
    private static Tensor Parts(int length, int parts, Tensor like)
    {
        var weights = new double[parts * length];
        for (int i = 0; i < parts; i++)
        {
            int from = (int)((long)i * length / parts), to = (int)(((long)(i + 1) * length + parts - 1) / parts);
            weights.AsSpan(i * length + from, to - from).Fill(1.0 / (to - from));
        }
        return From(weights, dtype: like.DType).Reshape(parts, length).To(like.Device);
    }
}
