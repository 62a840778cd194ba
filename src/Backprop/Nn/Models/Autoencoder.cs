namespace Backprop;

/// <summary>
/// Squeezes examples through a narrow code and rebuilds them from it, so that the code must say what matters:
/// <c>new Autoencoder([new Linear(784, 64), Relu, new Linear(64, 2)], [new Linear(2, 64), Relu, new Linear(64, 784),
/// Sigmoid])</c>. Hinton and Salakhutdinov, 2006.
/// </summary>
/// <param name="encoder">From an example to its code.</param>
/// <param name="decoder">From a code to an example.</param>
public class Autoencoder(Sequential encoder, Sequential decoder) : Module
{
    /// <summary>From an example to its code.</summary>
    public Sequential Encoder { get; } = encoder;

    /// <summary>From a code to an example.</summary>
    public Sequential Decoder { get; } = decoder;

    /// <summary>The code of examples: <c>[batch, features]</c> → <c>[batch, code]</c>.</summary>
    public virtual Tensor Encode(Tensor x) => Encoder.Forward(x);

    /// <summary>Examples from codes.</summary>
    public Tensor Decode(Tensor code) => Decoder.Forward(code);

    /// <summary>x rebuilt.</summary>
    public override Tensor Forward(Tensor x) => Decode(Encode(x));

    /// <summary>What is made small: how far x rebuilt is from x, and what the kind of autoencoder adds.</summary>
    /// <param name="x"><c>[batch, features]</c></param>
    /// <returns>One number.</returns>
    public virtual Tensor Loss(Tensor x) => Forward(x).Mse(x);

    /// <summary>The mean squared error of each example rebuilt, <c>[batch]</c>: large for what is unlike all that was
    /// learned, so it finds anomalies.</summary>
    public Tensor Errors(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return (Forward(x) - x).Square().Flatten().Mean(1);
    }
}
