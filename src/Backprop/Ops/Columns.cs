namespace Backprop.Ops;

/// <summary>
/// A convolution as a product of matrices: the pixels of each window stand below each other in a column, and each row
/// of the other matrix is a kernel. A few images at a time, so that the columns stay in the cache and need little
/// memory, although each pixel stands in many of them.
/// </summary>
/// <param name="windows">Where the windows stand.</param>
/// <param name="groups">Groups of channels; each is a product of its own.</param>
/// <param name="images">The images' shape.</param>
/// <param name="dtype">Their type.</param>
internal sealed class Columns(Windows windows, int groups, Shape images, DType dtype)
{
    private const int PieceBytes = 1 << 19;

    /// <summary>How many windows an image has.</summary>
    internal Size2d Places { get; } = windows.Places(images);

    /// <summary>How many pixels, over the channels of a group, a window has.</summary>
    internal int Rows { get; } = images[1] / groups * windows.Kernel.Area;

    /// <summary>Which images are done together. Depends on shapes only, and with it the order of every sum.</summary>
    internal IEnumerable<(int Start, int Count)> Pieces()
    {
        int most = Math.Max(1, PieceBytes / Math.Max(1, groups * Rows * Places.Area * dtype.Size()));
        for (int start = 0; start < images[0]; start += most)
            yield return (start, Math.Min(most, images[0] - start));
    }

    /// <summary>The weights as a matrix for each group, <c>[groups, outputs / groups, rows]</c>.</summary>
    internal Tensor Kernels(Tensor weights) => weights.Detach().Reshape(groups, weights.Shape[0] / groups, Rows);

    /// <summary>Results as a matrix for each group, <c>[groups, outputs / groups, n · down · across]</c>.</summary>
    internal Tensor Flat(Tensor results)
    {
        Shape shape = results.Shape;
        return results.Detach().Transpose(0, 1)
            .Reshape(groups, shape[1] / groups, shape[0] * shape[2] * shape[3]);
    }

    /// <summary>Room for the columns of some images, <c>[groups, rows, count · down · across]</c>.</summary>
    internal Tensor Empty(Device device, int count) =>
        Tensor.Empty(device, [groups, Rows, count * Places.Area], dtype);

    /// <summary>The columns of some images.</summary>
    internal Tensor Unfold(Tensor padded, int start, int count)
    {
        var pixels = windows.Pixels(Some(padded, start, count), Places);
        var columns = Empty(padded.Device, count);
        padded.Device.Copy(pixels, new View(columns.Storage, pixels.Shape, dtype));
        return columns;
    }

    /// <summary>Adds each pixel of each window to the image's pixel on which it lies.</summary>
    internal void Fold(Tensor columns, Tensor padded, int start, int count)
    {
        var part = Some(padded, start, count);
        int area = Places.Area, row = count * area, across = windows.Kernel.Width;
        Shape shape = [count, images[1], Places.Height, Places.Width];
        int[] steps = [area, windows.Kernel.Area * row, Places.Width, 1];
        for (int i = 0; i < windows.Kernel.Area; i++)
        {
            var from = new View(columns.Storage, shape, dtype, View.NullIfRowMajor(shape, steps), i * row);
            var to = windows.Pixel(part, Places, i / across, i % across);
            padded.Device.Map(Programs.Add, [to], [to, from]);
        }
    }

    private static Tensor Some(Tensor padded, int start, int count) =>
        Narrow.Along(padded.Shape, 0, start, count).Cut(padded);
}
