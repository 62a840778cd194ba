namespace Backprop;

/// <summary>
/// A small densely connected net: in a block every convolution sees what all before it found, and adds a few channels;
/// between blocks channels, height and width are halved. Huang and others, 2017.
/// </summary>
public sealed class DenseNet : Module
{
    /// <summary>A net of two blocks.</summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="classes">How many logits it gives.</param>
    /// <param name="growth">Channels that each convolution adds.</param>
    /// <param name="depth">Convolutions in a block.</param>
    public DenseNet(int channels = 1, int classes = 10, int growth = 8, int depth = 3)
    {
        int width = 2 * growth;
        var layers = new List<Layer>
        {
            new Conv2d(channels, width, kernel: 3, stride: 2, padding: 1, bias: false),
        };
        for (int block = 0; block < 2; block++)
        {
            if (block > 0)
            {
                layers.AddRange(Transition(width, width / 2));
                width /= 2;
            }
            for (int i = 0; i < depth; i++, width += growth)
                layers.Add(new DenseConnection(Convolution(width, growth)));
        }
        Features = [.. layers, new BatchNorm2d(width), Functional.Relu];
        Head = [new AdaptiveAvgPool2d(1), Functional.Flatten, new Linear(width, classes)];
    }

    /// <summary>The two blocks.</summary>
    public Sequential Features { get; }

    /// <summary>The mean of each channel, and a linear layer.</summary>
    public Sequential Head { get; }

    /// <summary><c>[n, channels, height, width]</c> → logits <c>[n, classes]</c>.</summary>
    public override Tensor Forward(Tensor x) => Head.Forward(Features.Forward(x));

    private static Sequential Convolution(int from, int to) =>
        [new BatchNorm2d(from), Functional.Relu, new Conv2d(from, to, kernel: 3, padding: 1, bias: false)];

    private static Sequential Transition(int from, int to) =>
        [new BatchNorm2d(from), Functional.Relu, new Conv2d(from, to, kernel: 1, bias: false), new AvgPool2d(2)];
}
