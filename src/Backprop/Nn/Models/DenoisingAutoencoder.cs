namespace Backprop;

/// <summary>Rebuilds examples from noisy copies, so it cannot just copy its input. Vincent and others, 2008.</summary>
/// <param name="encoder">From an example to its code.</param>
/// <param name="decoder">From a code to an example.</param>
/// <param name="noise">The standard deviation of what is added to each number.</param>
public sealed class DenoisingAutoencoder(Sequential encoder, Sequential decoder, double noise = 0.3)
    : Autoencoder(encoder, decoder)
{
    /// <summary>x with noise, another one each time.</summary>
    public Tensor Corrupt(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x + noise * Tensor.Randn(x.Shape, x.DType).To(x.Device);
    }

    /// <summary>How far x rebuilt from its noisy copy is from x.</summary>
    public override Tensor Loss(Tensor x) => Forward(Corrupt(x)).Mse(x);
}
