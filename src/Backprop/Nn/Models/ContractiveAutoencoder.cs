namespace Backprop;

/// <summary>Keeps the code still while the example moves a little, so that it answers only to changes that matter.
/// Rifai and others, 2011.</summary>
/// <param name="encoder">From an example to its code; smooth units such as <c>Sigmoid</c> or <c>Tanh</c>.</param>
/// <param name="decoder">From a code to an example.</param>
/// <param name="strength">How much that counts against rebuilding well.</param>
public sealed class ContractiveAutoencoder(Sequential encoder, Sequential decoder, double strength = 0.01)
    : Autoencoder(encoder, decoder)
{
    /// <summary>How far x rebuilt is from x, and strength · ‖∂code/∂x‖², the mean over the batch. Its gradient is
    /// that of a gradient.</summary>
    public override Tensor Loss(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        // x may be part of another calculation, or need no gradient of its own.
        var input = x.RequiresGrad ? x : x.Detach().Clone().RequireGrad();
        var code = Encode(input);
        return Decode(code).Mse(x) + strength * Penalty.Contractive(code, input);
    }
}
