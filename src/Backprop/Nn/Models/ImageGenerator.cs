namespace Backprop;

/// <summary>Makes 28×28 images of noise with transposed convolutions, each twice as large as the one before. After
/// DCGAN: Radford, Metz and Chintala, 2016.</summary>
/// <param name="noise">How many numbers an image is made from.</param>
/// <param name="width">Channels at 14×14; 7×7 has twice as many.</param>
public sealed class ImageGenerator(int noise = 32, int width = 16) : Module
{
    /// <summary>Noise → <c>[n, 2 · width, 7, 7]</c>.</summary>
    public Sequential Start { get; } =
    [
        new Linear(noise, 2 * width * 7 * 7, bias: false), x => x.Reshape(-1, 2 * width, 7, 7),
        new BatchNorm2d(2 * width), Functional.Relu,
    ];

    /// <summary>→ <c>[n, width, 14, 14]</c> → <c>[n, 1, 28, 28]</c>.</summary>
    public Sequential Growth { get; } =
    [
        new ConvTranspose2d(2 * width, width, kernel: 4, stride: 2, padding: 1, bias: false), new BatchNorm2d(width),
        Functional.Relu,
        new ConvTranspose2d(width, 1, kernel: 4, stride: 2, padding: 1), Functional.Tanh,
    ];

    /// <summary><c>[n, noise]</c> → images <c>[n, 1, 28, 28]</c> between −1 and 1.</summary>
    public override Tensor Forward(Tensor x) => Growth.Forward(Start.Forward(x));
}
