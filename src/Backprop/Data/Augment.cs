namespace Backprop;

/// <summary>
/// Small random changes of images, so that a net sees each example in many forms:
/// <c>new DataLoader(data, 32, shuffle: true, transform: Augment.Shift(2))</c>. A transform of one's own is any
/// function of a batch and its random numbers.
/// </summary>
public static class Augment
{
    /// <summary>Moves each image by up to some pixels in each direction; 0 comes in at the rim.</summary>
    /// <param name="pixels">The farthest, up and down, left and right.</param>
    /// <returns>A transform of <c>[batch, …, height, width]</c>.</returns>
    public static Func<Tensor, Random, Tensor> Shift(int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pixels);
        return (images, random) => EachImage(images, (from, to, height, width) =>
        {
            int down = random.Next(-pixels, pixels + 1), right = random.Next(-pixels, pixels + 1);
            for (int at = 0; at < from.Length; at++)
            {
                int y = at / width % height - down, x = at % width - right;
                if (y >= 0 && y < height && x >= 0 && x < width)
                    to[at] = from[at - down * width - right];
            }
        });
    }

    /// <summary>Mirrors each image left to right with a probability. Not for digits and letters.</summary>
    /// <param name="probability">How often.</param>
    /// <returns>A transform of <c>[batch, …, height, width]</c>.</returns>
    public static Func<Tensor, Random, Tensor> Flip(double probability = 0.5) =>
        (images, random) => EachImage(images, (from, to, _, width) =>
        {
            bool mirrors = random.NextDouble() < probability;
            for (int at = 0; at < from.Length; at++)
                to[at] = mirrors ? from[at - at % width + (width - 1 - at % width)] : from[at];
        });

    /// <summary>Adds noise of the bell curve to every number.</summary>
    /// <param name="deviation">Its standard deviation.</param>
    /// <returns>A transform of a batch of any shape.</returns>
    public static Func<Tensor, Random, Tensor> Noise(double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return (inputs, random) =>
        {
            double[] numbers = inputs.ToArray<double>();
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] += deviation * SeededRandom.Normal(random);
            return Tensor.From(numbers, inputs.Shape, inputs.DType).To(inputs.Device);
        };
    }

    /// <summary>Several transforms, one behind the other.</summary>
    public static Func<Tensor, Random, Tensor> All(params Func<Tensor, Random, Tensor>[] transforms)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        return (inputs, random) => transforms.Aggregate(inputs, (x, transform) => transform(x, random));
    }

    private delegate void Change(ReadOnlySpan<double> from, Span<double> to, int height, int width);

    private static Tensor EachImage(Tensor images, Change change)
    {
        if (images.Shape.Rank < 3)
        {
            throw new ArgumentException($"Images come as [batch, …, height, width], not as {images.Shape}. Reshape "
                + "them, as x.Reshape(-1, 28, 28).");
        }
        double[] from = images.ToArray<double>(), to = new double[from.Length];
        int one = from.Length / Math.Max(1, images.Shape[0]);
        for (int start = 0; start < from.Length; start += one)
            change(from.AsSpan(start, one), to.AsSpan(start, one), images.Shape[^2], images.Shape[^1]);
        return Tensor.From(to, images.Shape, images.DType).To(images.Device);
    }
}
