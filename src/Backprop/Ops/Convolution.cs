namespace Backprop.Ops;

/// <summary>
/// y[n, o, ·] = Σ w[o, c, ·] x[n, c, ·] over each window. A convolution is linear in the images and in the weights, so
/// each of its gradients is again one of the three ops here, and so are theirs.
/// </summary>
/// <remarks>Computed as one product of matrices: the windows are copied side by side, a column each. A device's own
/// way to convolve would come before that.</remarks>
/// <param name="Windows">Where the windows stand.</param>
/// <param name="Groups">Into how many groups the channels fall; each has weights of its own.</param>
public sealed record Convolve(Windows Windows, int Groups) : Op
{
    /// <summary>Images <c>[n, c, h, w]</c> and weights <c>[o, c / groups, kh, kw]</c> → <c>[n, o, down, across]</c>.</summary>
    internal Tensor Apply(Tensor x, Tensor w)
    {
        var places = Windows.Places(x.Shape);
        int outputs = w.Shape[0], columns = x.Shape[0] * places.Area;
        var pixels = Unfold(x.Detach(), places);
        var y = Tensor.Empty(x.Device, [Groups, outputs / Groups, columns], x.DType);
        x.Device.MatMul(w.Detach().Reshape(Groups, outputs / Groups, pixels.Shape[1]), pixels, y);
        pixels.Storage.Release();
        // [o, n, down, across] in memory, seen as [n, o, down, across].
        Shape shape = [x.Shape[0], outputs, places.Height, places.Width];
        int[] steps = [places.Area, columns, places.Width, 1];
        y = new Tensor(y.Storage, shape, y.DType, View.NullIfRowMajor(shape, steps));
        Node.Record(this, y, Needed(x, w), x, w);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => input == 0
        ? new ConvolveBack(Windows, Groups, node.Input(0)!.Shape).Apply(dy, node.SavedInput(1))
        : new ConvolveWeights(Windows, Groups, node.Input(1)!.Shape).Apply(node.SavedInput(0), dy);

    /// <summary>Each input is read by the gradient of the other.</summary>
    internal static int Needed(Tensor a, Tensor b) => (b.Origin is null ? 0 : 1) | (a.Origin is null ? 0 : 2);

    /// <summary>The windows side by side: a matrix <c>[c / groups · kh · kw, n · down · across]</c> for each group.</summary>
    internal Tensor Unfold(Tensor x, Size2d places)
    {
        var padded = Windows.Pad(x, 0);
        var pixels = Windows.Pixels(padded, places);
        int rows = x.Shape[1] / Groups * Windows.Kernel.Area, columns = x.Shape[0] * places.Area;
        var matrix = Tensor.Empty(x.Device, [Groups, rows, columns], x.DType);
        x.Device.Copy(pixels, new View(matrix.Storage, pixels.Shape, matrix.DType));
        if (padded != x)
            padded.Storage.Release();
        return matrix;
    }

    /// <summary>Images as a matrix <c>[channels / groups, n · height · width]</c> for each group.</summary>
    internal Tensor Flat(Tensor images)
    {
        int channels = images.Shape[1];
        return images.Detach().Transpose(0, 1).Reshape(Groups, channels / Groups, images.Shape.Size / channels);
    }
}

/// <summary>
/// The reverse of <see cref="Convolve"/>, and the gradient of its images: every number of y is handed back to the pixels
/// of its window, times the weights. As a layer of its own it is the transposed convolution.
/// </summary>
/// <param name="Windows">Where the windows stand on the result.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="To">The images' shape.</param>
public sealed record ConvolveBack(Windows Windows, int Groups, Shape To) : Op
{
    /// <summary><c>[n, o, down, across]</c> and weights <c>[o, c / groups, kh, kw]</c> → images.</summary>
    internal Tensor Apply(Tensor y, Tensor w)
    {
        int outputs = w.Shape[0], rows = w.Shape[1] * Windows.Kernel.Area;
        var flat = new Convolve(Windows, Groups).Flat(y);
        var pixels = Tensor.Empty(y.Device, [Groups, rows, flat.Shape[2]], y.DType);
        y.Device.MatMul(w.Detach().Reshape(Groups, outputs / Groups, rows).T, flat, pixels);
        var x = Fold(pixels, (y.Shape[2], y.Shape[3]));
        pixels.Storage.Release();
        Node.Record(this, x, Convolve.Needed(y, w), y, w);
        return x;
    }

    internal override Tensor? Gradient(int input, Tensor dx, Node node) => input == 0
        ? new Convolve(Windows, Groups).Apply(dx, node.SavedInput(1))
        : new ConvolveWeights(Windows, Groups, node.Input(1)!.Shape).Apply(dx, node.SavedInput(0));

    /// <summary>Adds each pixel of each window to the image's pixel on which it lies.</summary>
    private Tensor Fold(Tensor pixels, Size2d places)
    {
        var padded = Tensor.Filled(pixels.Device, Windows.Frame(To).Frame, pixels.DType, 0);
        int area = places.Area, plane = To[0] * area, across = Windows.Kernel.Width;
        Shape shape = [To[0], To[1], places.Height, places.Width];
        int[] steps = [area, Windows.Kernel.Area * plane, places.Width, 1];
        for (int i = 0; i < Windows.Kernel.Area; i++)
        {
            var from = new View(
                pixels.Storage, shape, pixels.DType, View.NullIfRowMajor(shape, steps), pixels.Offset + i * plane);
            var to = Windows.Pixel(padded, places, i / across, i % across);
            padded.Device.Map(Programs.Add, [to], [to, from]);
        }
        return Windows.Crop(padded, To);
    }
}

/// <summary>The gradient of <see cref="Convolve"/>'s weights: how each pixel of a window goes with each result.</summary>
/// <param name="Windows">Where the windows stand on the images.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="To">The weights' shape.</param>
public sealed record ConvolveWeights(Windows Windows, int Groups, Shape To) : Op
{
    /// <summary>Images <c>[n, c, h, w]</c> and <c>[n, o, down, across]</c> → <c>[o, c / groups, kh, kw]</c>.</summary>
    internal Tensor Apply(Tensor x, Tensor y)
    {
        var convolve = new Convolve(Windows, Groups);
        var pixels = convolve.Unfold(x.Detach(), (y.Shape[2], y.Shape[3]));
        // Pixels first: the long side of the product is then the one that is read in blocks.
        var product = Tensor.Empty(x.Device, [Groups, pixels.Shape[1], To[0] / Groups], x.DType);
        x.Device.MatMul(pixels, convolve.Flat(y).T, product);
        pixels.Storage.Release();
        var w = product.T.Copy().Reshape(To);
        Node.Record(this, w, Convolve.Needed(x, y), x, y);
        return w;
    }

    internal override Tensor? Gradient(int input, Tensor dw, Node node) => input == 0
        ? new ConvolveBack(Windows, Groups, node.Input(0)!.Shape).Apply(node.SavedInput(1), dw)
        : new Convolve(Windows, Groups).Apply(node.SavedInput(0), dw);
}
