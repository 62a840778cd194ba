namespace Backprop;

/// <summary>Tells real 28×28 images from made ones with strided convolutions. After DCGAN: Radford, Metz and Chintala,
/// 2016.</summary>
/// <param name="width">Channels at 14×14; 7×7 has twice as many.</param>
public sealed class ImageDiscriminator(int width = 16) : Module
{
    /// <summary><c>[n, 1, 28, 28]</c> → <c>[n, width, 14, 14]</c> → <c>[n, 2 · width, 7, 7]</c> →
    /// <c>[n, 1]</c>.</summary>
    public Sequential Layers { get; } =
    [
        new Conv2d(1, width, kernel: 4, stride: 2, padding: 1), Leaky,
        new Conv2d(width, 2 * width, kernel: 4, stride: 2, padding: 1, bias: false), new BatchNorm2d(2 * width), Leaky,
        Functional.Flatten, new Linear(2 * width * 7 * 7, 1),
    ];

    /// <summary>Images → a logit each, positive for real.</summary>
    public override Tensor Forward(Tensor x) => Layers.Forward(x);

    private static Tensor Leaky(Tensor x) => x.LeakyRelu(0.2);
}
