namespace Backprop;

/// <summary>
/// <see cref="Adam"/> with weight decay of its own: w ← (1 − ηλ) w − η m̂ / (√v̂ + ε). Every weight is pulled to 0 alike,
/// whatever its gradients are.
/// </summary>
/// <remarks>Defaults as PyTorch: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8, λ 0.01. Loshchilov and Hutter 2019.</remarks>
public sealed class AdamW : Adam
{
    /// <summary>AdamW for some parameters, most often <c>net.Parameters</c>.</summary>
    public AdamW(IEnumerable<Tensor> parameters)
        : base(parameters) => WeightDecay = 0.01;

    private protected override bool IsDecoupled => true;
}
