namespace Backprop.Ops;

/// <summary>
/// y[n, o, ·] = Σ w[o, c, ·] x[n, c, ·] over each window. A convolution is linear in the images and in the weights, so
/// each of its gradients is again one of the three ops here, and so are theirs.
/// </summary>
/// <remarks>Computed as products of matrices, see <see cref="Columns"/>. A device's own way to convolve would come
/// before that.</remarks>
/// <param name="Windows">Where the windows stand.</param>
/// <param name="Groups">Into how many groups the channels fall; each has weights of its own.</param>
public sealed record Convolve(Windows Windows, int Groups) : Op
{
    /// <summary>Images <c>[n, c, h, w]</c> and weights <c>[o, c / groups, kh, kw]</c> →
    /// <c>[n, o, down, across]</c>.</summary>
    internal Tensor Apply(Tensor x, Tensor w)
    {
        var columns = new Columns(Windows, Groups, x.Shape, x.DType);
        int outputs = w.Shape[0], area = columns.Places.Area, width = x.Shape[0] * area;
        var padded = Windows.Pad(x.Detach(), 0);
        var kernels = columns.Kernels(w);
        var y = Tensor.Empty(x.Device, [Groups, outputs / Groups, width], x.DType);
        foreach (var (start, count) in columns.Pieces())
        {
            var pixels = columns.Unfold(padded, start, count);
            x.Device.MatMul(kernels, pixels, Narrow.Along(y.Shape, 2, start * area, count * area).Cut(y));
            pixels.Storage.Release();
        }
        // [o, n, down, across] in memory, seen as [n, o, down, across].
        Shape shape = [x.Shape[0], outputs, columns.Places.Height, columns.Places.Width];
        int[] steps = [area, width, columns.Places.Width, 1];
        y = new Tensor(y.Storage, shape, y.DType, View.NullIfRowMajor(shape, steps));
        Node.Record(this, y, Needed(x, w), x, w);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node) => input == 0
        ? new ConvolveBack(Windows, Groups, node.Input(0)!.Shape).Apply(dy, node.SavedInput(1))
        : new ConvolveWeights(Windows, Groups, node.Input(1)!.Shape).Apply(node.SavedInput(0), dy);

    /// <summary>Each input is read by the gradient of the other.</summary>
    internal static int Needed(Tensor a, Tensor b) => (b.Origin is null ? 0 : 1) | (a.Origin is null ? 0 : 2);
}

/// <summary>
/// The reverse of <see cref="Convolve"/>, and the gradient of its images: every number of y is handed back to the
/// pixels of its window, times the weights. As a layer of its own it is the transposed convolution.
/// </summary>
/// <param name="Windows">Where the windows stand on the result.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="To">The images' shape.</param>
public sealed record ConvolveBack(Windows Windows, int Groups, Shape To) : Op
{
    /// <summary><c>[n, o, down, across]</c> and weights <c>[o, c / groups, kh, kw]</c> → images.</summary>
    internal Tensor Apply(Tensor y, Tensor w)
    {
        var columns = new Columns(Windows, Groups, To, y.DType);
        int area = columns.Places.Area;
        var padded = Tensor.Filled(y.Device, Windows.Frame(To).Frame, y.DType, 0);
        Tensor kernels = columns.Kernels(w).T, flat = columns.Flat(y);
        foreach (var (start, count) in columns.Pieces())
        {
            var pixels = columns.Empty(y.Device, count);
            y.Device.MatMul(kernels, Narrow.Along(flat.Shape, 2, start * area, count * area).Cut(flat), pixels);
            columns.Fold(pixels, padded, start, count);
            pixels.Storage.Release();
        }
        var x = Windows.Crop(padded, To);
        Node.Record(this, x, Convolve.Needed(y, w), y, w);
        return x;
    }

    internal override Tensor? Gradient(int input, Tensor dx, Node node) => input == 0
        ? new Convolve(Windows, Groups).Apply(dx, node.SavedInput(1))
        : new ConvolveWeights(Windows, Groups, node.Input(1)!.Shape).Apply(dx, node.SavedInput(0));
}

/// <summary>The gradient of <see cref="Convolve"/>'s weights: how each pixel of a window goes with each
/// result.</summary>
/// <param name="Windows">Where the windows stand on the images.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="To">The weights' shape.</param>
public sealed record ConvolveWeights(Windows Windows, int Groups, Shape To) : Op
{
    /// <summary>Images <c>[n, c, h, w]</c> and <c>[n, o, down, across]</c> → <c>[o, c / groups, kh, kw]</c>.</summary>
    internal Tensor Apply(Tensor x, Tensor y)
    {
        var columns = new Columns(Windows, Groups, x.Shape, x.DType);
        int area = columns.Places.Area;
        Tensor padded = Windows.Pad(x.Detach(), 0), flat = columns.Flat(y);
        // Pixels first: the long side of the product is then the one that is read in blocks.
        Shape shape = [Groups, columns.Rows, To[0] / Groups];
        Tensor sum = Tensor.Filled(x.Device, shape, x.DType, 0), part = Tensor.Empty(x.Device, shape, x.DType);
        foreach (var (start, count) in columns.Pieces())
        {
            var pixels = columns.Unfold(padded, start, count);
            x.Device.MatMul(pixels, Narrow.Along(flat.Shape, 2, start * area, count * area).Cut(flat).T, part);
            x.Device.Map(Programs.Add, [sum], [sum, part]);
            pixels.Storage.Release();
        }
        var w = sum.T.Copy().Reshape(To);
        Node.Record(this, w, Convolve.Needed(x, y), x, y);
        return w;
    }

    internal override Tensor? Gradient(int input, Tensor dw, Node node) => input == 0
        ? new ConvolveBack(Windows, Groups, node.Input(0)!.Shape).Apply(node.SavedInput(1), dw)
        : new Convolve(Windows, Groups).Apply(node.SavedInput(0), dw);
}
