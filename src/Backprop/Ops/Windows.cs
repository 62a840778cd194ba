namespace Backprop.Ops;

/// <summary>
/// Where windows of one size stand on images <c>[batch, channels, height, width]</c>, and what lies in them, as views
/// of the images' memory. Convolutions and pools differ only in what they do with a window.
/// </summary>
/// <param name="Kernel">The pixels of a window.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Padding">Pixels added around the image, on each side.</param>
/// <param name="Dilation">From one pixel of a window to the next; 1 is the neighbour.</param>
public readonly record struct Windows(Size2d Kernel, Size2d Stride, Size2d Padding, Size2d Dilation)
{
    /// <summary>From the first pixel of a window to its last, both included.</summary>
    internal Size2d Reach => (Dilation.Height * (Kernel.Height - 1) + 1, Dilation.Width * (Kernel.Width - 1) + 1);

    /// <summary>How many windows an image has, down and across; not positive if it is too small for one.</summary>
    internal Size2d Places(Shape images) => (
        Places(images[2] + 2 * Padding.Height, Reach.Height, Stride.Height),
        Places(images[3] + 2 * Padding.Width, Reach.Width, Stride.Width));

    /// <summary>The images with a rim of a number around them; themselves without padding.</summary>
    internal Tensor Pad(Tensor images, double around)
    {
        var (frame, box) = Frame(images.Shape);
        return frame == images.Shape ? images : new Embed(box, frame, around).Apply(images);
    }

    /// <summary>Takes the rim off again, as a view.</summary>
    internal Tensor Crop(Tensor padded, Shape images)
    {
        var (frame, box) = Frame(images);
        return frame == images ? padded : box.Cut(padded);
    }

    /// <summary>The size with padding, and the place of the images in it.</summary>
    internal (Shape Frame, Narrow Box) Frame(Shape images)
    {
        Shape frame = [images[0], images[1], images[2] + 2 * Padding.Height, images[3] + 2 * Padding.Width];
        return (frame, new Narrow([0, 0, Padding.Height, Padding.Width], images.ToArray(), [1, 1, 1, 1]));
    }

    /// <summary>One pixel of all windows, <c>[batch, channels, down, across]</c>.</summary>
    /// <param name="padded">Images with their padding.</param>
    /// <param name="places">How many windows there are.</param>
    /// <param name="down">The pixel's row in its window.</param>
    /// <param name="right">Its column.</param>
    internal View Pixel(Tensor padded, Size2d places, int down, int right)
    {
        int[] strides = padded.StridesOrRowMajor();
        int offset = down * Dilation.Height * strides[2] + right * Dilation.Width * strides[3];
        int[] steps = [strides[0], strides[1], Stride.Height * strides[2], Stride.Width * strides[3]];
        return Look(padded, [padded.Shape[0], padded.Shape[1], places.Height, places.Width], steps, offset);
    }

    /// <summary>All pixels of all windows,
    /// <c>[channels, kernel height, kernel width, batch, down, across]</c>.</summary>
    /// <inheritdoc cref="Pixel"/>
    internal View Pixels(Tensor padded, Size2d places)
    {
        int[] strides = padded.StridesOrRowMajor();
        Shape shape = [padded.Shape[1], Kernel.Height, Kernel.Width, padded.Shape[0], places.Height, places.Width];
        int[] steps =
        [
            strides[1], Dilation.Height * strides[2], Dilation.Width * strides[3],
            strides[0], Stride.Height * strides[2], Stride.Width * strides[3],
        ];
        return Look(padded, shape, steps, 0);
    }

    /// <summary>How many pixels of the image, not of its padding, each window has: <c>[down, across]</c>.</summary>
    internal Tensor Counts(Shape images)
    {
        var places = Places(images);
        var counts = new double[places.Area];
        for (int i = 0; i < counts.Length; i++)
        {
            int down = Inside(i / places.Width * Stride.Height - Padding.Height, Kernel.Height, images[2]);
            counts[i] = down * Inside(i % places.Width * Stride.Width - Padding.Width, Kernel.Width, images[3]);
        }
        return Tensor.From(counts, [places.Height, places.Width]);

        static int Inside(int start, int count, int length) => Math.Min(start + count, length) - Math.Max(start, 0);
    }

    private static View Look(View x, Shape shape, int[] steps, int offset) =>
        new(x.Storage, shape, x.DType, View.NullIfRowMajor(shape, steps), x.Offset + offset);

    // Not −1 / 2 = 0: an image one pixel too small has no window.
    private static int Places(int length, int reach, int stride) =>
        length < reach ? 0 : (length - reach) / stride + 1;
}
