namespace Backprop;

/// <summary>Lets each unit of the code be active for few examples only, so that units stand for something. Its
/// encoder ends in <c>Sigmoid</c>. Ng, 2011.</summary>
/// <param name="encoder">From an example to its code, numbers between 0 and 1.</param>
/// <param name="decoder">From a code to an example.</param>
/// <param name="activity">ρ, how active a unit should be on the mean.</param>
/// <param name="strength">How much that counts against rebuilding well.</param>
public sealed class SparseAutoencoder(
    Sequential encoder, Sequential decoder, double activity = 0.05, double strength = 0.01)
    : Autoencoder(encoder, decoder)
{
    /// <summary>How far x rebuilt is from x, and strength · Σ KL(ρ ‖ mean activity) over the units of the
    /// code.</summary>
    public override Tensor Loss(Tensor x)
    {
        var code = Encode(x);
        return Decode(code).Mse(x) + strength * Penalty.Sparsity(code, activity);
    }
}
