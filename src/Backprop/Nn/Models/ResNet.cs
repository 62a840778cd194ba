namespace Backprop;

/// <summary>
/// A small residual net: three stages, each with half the height and width and twice the channels of the one before; in
/// a stage, blocks of two convolutions with a connection past them. Works for images of any size from 4×4 on. He and
/// others, 2016.
/// </summary>
public sealed class ResNet : Module
{
    /// <summary>A net of 6 · blocks + 2 layers.</summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="classes">How many logits it gives.</param>
    /// <param name="width">Channels of the first stage.</param>
    /// <param name="blocks">Blocks in a stage.</param>
    public ResNet(int channels = 1, int classes = 10, int width = 16, int blocks = 1)
    {
        Stem =
        [
            new Conv2d(channels, width, kernel: 3, padding: 1, bias: false), new BatchNorm2d(width), Functional.Relu,
        ];
        var stages = new List<Layer>();
        int from = width;
        for (int i = 0; i < 3 * blocks; i++)
        {
            int to = width << i / blocks;
            stages.Add(Block(from, to, stride: to == from ? 1 : 2));
            stages.Add(Functional.Relu);
            from = to;
        }
        Stages = [.. stages];
        Head = [new AdaptiveAvgPool2d(1), Functional.Flatten, new Linear(from, classes)];
    }

    /// <summary>From the image's channels to the first stage's.</summary>
    public Sequential Stem { get; }

    /// <summary>Blocks, each with a ReLU behind its sum.</summary>
    public Sequential Stages { get; }

    /// <summary>The mean of each channel, and a linear layer.</summary>
    public Sequential Head { get; }

    /// <summary><c>[n, channels, height, width]</c> → logits <c>[n, classes]</c>.</summary>
    public override Tensor Forward(Tensor x) => Head.Forward(Stages.Forward(Stem.Forward(x)));

    /// <summary>x + two convolutions of x. A convolution makes no use of a bias that a batch norm takes off
    /// again.</summary>
    private static Residual Block(int from, int to, int stride)
    {
        Sequential body =
        [
            new Conv2d(from, to, kernel: 3, stride: stride, padding: 1, bias: false), new BatchNorm2d(to),
            Functional.Relu,
            new Conv2d(to, to, kernel: 3, padding: 1, bias: false), new BatchNorm2d(to),
        ];
        if (from == to)
            return new Residual(body);
        Sequential projection = [new Conv2d(from, to, kernel: 1, stride: stride, bias: false), new BatchNorm2d(to)];
        return new Residual(body, projection);
    }
}
