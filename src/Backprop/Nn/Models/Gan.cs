namespace Backprop;

/// <summary>
/// Two nets that compete: the generator makes examples from noise, the discriminator tells them from real ones. Each
/// has an optimizer of its own, and they take turns:
/// <code>
/// gan.DiscriminatorLoss(real).Backward();   // step of the discriminator's optimizer
/// gan.GeneratorLoss(batch: 64).Backward();  // step of the generator's optimizer
/// </code>
/// Goodfellow and others, 2014.
/// </summary>
/// <param name="generator">From noise <c>[batch, noise]</c> to examples.</param>
/// <param name="discriminator">From examples to logits <c>[batch, 1]</c>: positive for real.</param>
/// <param name="noise">How many numbers of noise an example is made from.</param>
public sealed class Gan(Module generator, Module discriminator, int noise) : Module
{
    /// <summary>From noise to examples.</summary>
    public Module Generator { get; } = generator;

    /// <summary>From examples to logits.</summary>
    public Module Discriminator { get; } = discriminator;

    /// <summary>For points in the plane: two perceptrons.</summary>
    /// <param name="noise">How many numbers of noise.</param>
    /// <param name="width">Units in each of two hidden layers.</param>
    public static Gan ForPoints(int noise = 8, int width = 64) =>
        new(new Mlp([noise, width, width, 2]), new Mlp([2, width, width, 1], x => x.LeakyRelu(0.2)), noise);

    /// <summary>For 28×28 images between −1 and 1: two convolutional nets.</summary>
    /// <param name="noise">How many numbers of noise.</param>
    /// <param name="width">Channels at full size; half the size has twice as many.</param>
    public static Gan ForImages(int noise = 32, int width = 16) =>
        new(new ImageGenerator(noise, width), new ImageDiscriminator(width), noise);

    /// <summary>Examples from noise of one's own.</summary>
    public override Tensor Forward(Tensor x) => Generator.Forward(x);

    /// <summary>Examples from new noise.</summary>
    /// <param name="count">How many.</param>
    public Tensor Sample(int count) => Generator.Forward(Tensor.Randn(count, noise));

    /// <summary>How badly the discriminator tells real examples from as many made ones: the mean of −ln D(real) −
    /// ln(1 − D(made)). No gradient reaches the generator.</summary>
    public Tensor DiscriminatorLoss(Tensor real)
    {
        ArgumentNullException.ThrowIfNull(real);
        Tensor made;
        using (new NoGradScope())
            made = Sample(real.Shape[0]);
        return DiscriminatorLoss(Discriminator.Forward(real), Discriminator.Forward(made));
    }

    /// <summary>How badly the generator deceives.</summary>
    /// <param name="batch">How many examples it makes.</param>
    /// <param name="saturating">True for ln(1 − D), the loss of the theory, whose gradient fades while the generator is
    /// bad; false for −ln D, which is trained with.</param>
    public Tensor GeneratorLoss(int batch, bool saturating = false) =>
        GeneratorLoss(Discriminator.Forward(Sample(batch)), saturating);

    /// <summary>−ln σ(real) − ln(1 − σ(made)), means over the batch, from logits of any size.</summary>
    public static Tensor DiscriminatorLoss(Tensor real, Tensor made)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(made);
        return (-real).Softplus().Mean() + made.Softplus().Mean();
    }

    /// <summary>−ln σ(made), or ln(1 − σ(made)), the mean over the batch.</summary>
    public static Tensor GeneratorLoss(Tensor made, bool saturating = false)
    {
        ArgumentNullException.ThrowIfNull(made);
        return saturating ? -made.Softplus().Mean() : (-made).Softplus().Mean();
    }
}
