using static Backprop.Ops.Formula;

namespace Backprop.Ops;

/// <summary>The largest number of each window, and of equal ones the first (as one reads), which takes the
/// gradient. NaN counts as the largest.</summary>
/// <param name="Windows">Where the windows stand; without padding.</param>
public sealed record MaxPool(Windows Windows) : Op
{
    // A pixel of the windows, the largest before it, the place of that one, the windows' own places; how far the pixel
    // is from its window's first one.
    private static readonly Formula Better = Select(Input(0) > Input(1), 1, 1 - Equal(Input(0), Input(0)));

    private static readonly Program First = new(2, 0, Input(0), Input(1));

    private static readonly Program Next = new(4, 1,
        Select(Better, Input(0), Input(1)), Select(Better, Input(3) + Scalar(0), Input(2)));

    internal Tensor Apply(Tensor x)
    {
        var size = Windows.Places(x.Shape);
        Shape shape = [x.Shape[0], x.Shape[1], size.Height, size.Width];
        var y = Tensor.Empty(x.Device, shape, x.DType);
        var place = Tensor.Empty(x.Device, shape, DType.Int32);
        var corners = Corners(x, size);
        x.Device.Map(First, [y, place], [Windows.Pixel(x, size, 0, 0), corners]);
        int across = Windows.Kernel.Width;
        for (int i = 1; i < Windows.Kernel.Area; i++)
        {
            int down = i / across, right = i % across;
            int distance = down * Windows.Dilation.Height * x.Shape[3] + right * Windows.Dilation.Width;
            x.Device.Map(Next, [y, place], [Windows.Pixel(x, size, down, right), y, place, corners], [distance]);
        }
        Node.Record(this, y, 2, x, place);
        return y;
    }

    internal override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var shape = node.Input(0)!.Shape;
        int images = shape[0], channels = shape[1], places = dy.Shape[2] * dy.Shape[3];
        var index = node.SavedInput(1).Reshape(images, channels, places);
        var scatter = new ScatterAdd(2, [images, channels, shape[2] * shape[3]]);
        return scatter.Apply(dy.Reshape(images, channels, places), index).Reshape(shape);
    }

    /// <summary>Where the first pixel of each window lies in its image, row by row.</summary>
    private Tensor Corners(Tensor x, Size2d size)
    {
        var corners = new double[size.Area];
        for (int i = 0; i < corners.Length; i++)
        {
            int down = i / size.Width * Windows.Stride.Height, right = i % size.Width * Windows.Stride.Width;
            corners[i] = down * x.Shape[3] + right;
        }
        // Places beyond 2²⁴ are no float32 numbers, which the others are when they are compared.
        var type = x.Shape[2] * x.Shape[3] > 1 << 24 ? DType.Float64 : DType.Float32;
        return Tensor.From(corners, [size.Height, size.Width], type).To(x.Device);
    }
}
