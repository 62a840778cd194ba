using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class ConvolutionTests
{
    /// <summary>A convolution of any kind, on images of any size from an empty batch on.</summary>
    private sealed record Any(Shape Images, Shape Weights, Size2d Stride, Size2d Padding, Size2d Dilation, int Groups);

    private static readonly Arbitrary<Any> Convolutions = Arb.From(
        from batch in Gen.Choose(0, 3)
        from groups in Gen.Choose(1, 3)
        from inputs in Gen.Choose(1, 2)
        from outputs in Gen.Choose(1, 2)
        from kernel in Pair(1, 3)
        from stride in Pair(1, 3)
        from padding in Pair(0, 2)
        from dilation in Pair(1, 2)
        from more in Pair(0, 4)
        let height = Math.Max(1, dilation.Height * (kernel.Height - 1) + 1 - 2 * padding.Height) + more.Height
        let width = Math.Max(1, dilation.Width * (kernel.Width - 1) + 1 - 2 * padding.Width) + more.Width
        select new Any([batch, groups * inputs, height, width], [groups * outputs, inputs, kernel.Height, kernel.Width],
            stride, padding, dilation, groups));

    [Fact]
    public void Any_convolution_agrees_with_a_plain_loop() =>
        Prop.ForAll(Convolutions, c =>
        {
            Tensor x = Noise(c.Images), w = Noise(c.Weights, 2);
            var y = x.Conv2d(w, null, c.Stride, c.Padding, c.Dilation, c.Groups);
            double[] expected = Loop(x, w, c, y.Shape);
            return y.ToArray<double>().Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-12 * (1 + Math.Abs(pair.Second)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_transposed_convolution_is_the_transpose_for_any_convolution() =>
        Prop.ForAll(Convolutions, c =>
        {
            // ⟨conv(x), y⟩ = ⟨x, transposed(y)⟩ for all x and y, which is what a transpose is.
            Tensor x = Noise(c.Images), w = Noise(c.Weights, 2);
            var convolved = x.Conv2d(w, null, c.Stride, c.Padding, c.Dilation, c.Groups);
            var y = Noise(convolved.Shape, 3);
            Size2d left = (Left(0), Left(1));
            var back = y.ConvTranspose2d(w, null, c.Stride, c.Padding, left, c.Dilation, c.Groups);
            double a = (convolved * y).Sum().Item(), b = (x * back).Sum().Item();
            return back.Shape == c.Images && Math.Abs(a - b) <= 1e-10 * (1 + Math.Abs(a));

            // What a stride leaves over at the end.
            int Left(int axis) => axis == 0
                ? (c.Images[2] + 2 * c.Padding.Height - c.Dilation.Height * (c.Weights[2] - 1) - 1) % c.Stride.Height
                : (c.Images[3] + 2 * c.Padding.Width - c.Dilation.Width * (c.Weights[3] - 1) - 1) % c.Stride.Width;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_batch_that_is_done_in_several_pieces_gives_the_same_as_its_images_one_by_one()
    {
        var layer = new Conv2d(8, 4, kernel: 3, padding: 1);
        var x = Noise([9, 8, 30, 30], dtype: DType.Float32).RequireGrad();
        var y = layer.Forward(x);
        for (int i = 0; i < 9; i++)
            Assert.Equal(layer.Forward(x[i..(i + 1)])[0].ToArray<float>(), y[i].ToArray<float>());
        y.Square().Sum().Backward();
        var all = layer.Weight.Grad!;
        layer.Weight.Grad = null;
        foreach (var image in x.Detach().Split(1))
            layer.Forward(image).Square().Sum().Backward();
        IsNear(all / layer.Weight.Grad!, all.Shape, 1e-3, [.. Enumerable.Repeat(1.0, all.Shape.Size)]);
    }

    [Fact]
    public void An_empty_batch_passes_and_its_gradient_is_zero()
    {
        var layer = new Conv2d(2, 3, kernel: 3);
        var y = layer.Forward(Tensor.Zeros(0, 2, 5, 5));
        Assert.Equal([0, 3, 3, 3], y.Shape);
        y.Sum().Backward();
        Assert.Equal(0, layer.Weight.Grad!.Abs().Sum().Item());
    }

    [Fact]
    public void Layers_say_what_they_are()
    {
        Assert.Equal("Conv2d(3 → 16, 3×3, padding 1)", new Conv2d(3, 16, kernel: 3, padding: 1).ToString());
        Assert.Equal("Conv2d(4 → 8, 3×5, stride 2×1, groups 2)", new Conv2d(4, 8, (3, 5), stride: (2, 1), groups: 2).ToString());
        Assert.Equal("Conv1d(2 → 3, 5)", new Conv1d(2, 3, kernel: 5).ToString());
        Assert.Equal("ConvTranspose2d(8 → 2, 4×4, stride 2, padding 1)",
            new ConvTranspose2d(8, 2, kernel: 4, stride: 2, padding: 1).ToString());
    }

    [Fact]
    public void A_wrong_number_of_channels_says_both_numbers()
    {
        string message = MessageOf<ArgumentException>(() => new Conv2d(3, 16, kernel: 3).Forward(Tensor.Zeros(8, 1, 28, 28)));
        Assert.Contains("Conv2d(3 → 16, 3×3) takes 3 channels, but x [8, 1, 28, 28] has 1", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adds the batch", "x.Unsqueeze(0)", 1, 28, 28)]
    [InlineData("names the axes", "[batch, channels, height, width]", 28, 28)]
    [InlineData("says how many pixels it needs", "looks at 5×5 pixels at once", 8, 1, 4, 4)]
    public void An_image_that_does_not_fit_is_refused(string what, string text, params int[] shape) =>
        Assert.True(MessageOf<ArgumentException>(() => new Conv2d(1, 2, kernel: 5).Forward(Tensor.Zeros(new Shape(shape))))
            .Contains(text, StringComparison.Ordinal), what);

    [Fact]
    public void Layers_that_cannot_be_are_refused()
    {
        Assert.Contains("do not fall into 2 groups", MessageOf<ArgumentException>(() => _ = new Conv2d(3, 4, 3, groups: 2)), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new Conv2d(1, 1, kernel: 0));
        Assert.ThrowsAny<ArgumentException>(() => new Conv2d(0, 1, kernel: 1));
        Assert.ThrowsAny<ArgumentException>(() => new Conv2d(1, 1, kernel: 1, stride: 0));
        Assert.ThrowsAny<ArgumentException>(() => new Conv2d(1, 1, kernel: 1, padding: -1));
        Assert.Contains("output padding", MessageOf<ArgumentException>(() =>
            new ConvTranspose2d(1, 1, kernel: 3, outputPadding: 1).Forward(Tensor.Zeros(1, 1, 4, 4))), StringComparison.Ordinal);
    }

    private static Gen<Size2d> Pair(int low, int high) =>
        from a in Gen.Choose(low, high)
        from b in Gen.Choose(low, high)
        select new Size2d(a, b);

    private static double[] Loop(Tensor x, Tensor w, Any c, Shape y)
    {
        var sums = new double[y.Size];
        int perGroup = c.Weights[1], kernelsPerGroup = c.Weights[0] / c.Groups;
        for (int i = 0; i < sums.Length; i++)
        {
            int across = i % y[3], down = i / y[3] % y[2], o = i / (y[3] * y[2]) % y[1], n = i / (y[3] * y[2] * y[1]);
            for (int k = 0; k < c.Weights[1..].Size; k++)
            {
                int kx = k % c.Weights[3], ky = k / c.Weights[3] % c.Weights[2], channel = k / (c.Weights[3] * c.Weights[2]);
                int row = down * c.Stride.Height + ky * c.Dilation.Height - c.Padding.Height;
                int column = across * c.Stride.Width + kx * c.Dilation.Width - c.Padding.Width;
                if (row >= 0 && row < c.Images[2] && column >= 0 && column < c.Images[3])
                    sums[i] += At(x, n, o / kernelsPerGroup * perGroup + channel, row, column) * At(w, o, channel, ky, kx);
            }
        }
        return sums;
    }
}
