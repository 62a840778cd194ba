namespace Backprop;

/// <summary>
/// What is added to a loss so that weights stay small or hidden units stay quiet. Each gives one number; the strength λ
/// stands where it is added: <c>loss + 0.01 * Penalty.L2(net.Parameters)</c>.
/// </summary>
public static class Penalty
{
    /// <summary>Σ |w| over all tensors: drives weights to exactly 0.</summary>
    public static Tensor L1(params IEnumerable<Tensor> weights) => Sum(weights, w => w.Abs().Sum());

    /// <summary>½ Σ w² over all tensors: the notes' (1/2) Σ ‖W‖², whose gradient is w itself.</summary>
    public static Tensor L2(params IEnumerable<Tensor> weights) => Sum(weights, w => w.Square().Sum() / 2);

    /// <summary>
    /// How far the mean activity of each hidden unit is from a small one: Σ ρ ln(ρ/ρ̂) + (1 − ρ) ln((1 − ρ)/(1 − ρ̂)).
    /// Sparse autoencoders train with it. Ng, 2011.
    /// </summary>
    /// <param name="hidden">Activities between 0 and 1, <c>[batch, units]</c>.</param>
    /// <param name="rho">ρ, the mean activity that is wanted.</param>
    /// <exception cref="ArgumentException">Not a batch of units.</exception>
    public static Tensor Sparsity(Tensor hidden, double rho = 0.05)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        if (hidden.Shape.Rank != 2)
            throw new ArgumentException($"Sparsity takes activities [batch, units], not {hidden.Shape}.");
        Tensor mean = hidden.Mean(0);
        return (rho * (rho / mean).Log() + (1 - rho) * ((1 - rho) / (1 - mean)).Log()).Sum();
    }

    /// <summary>
    /// How strongly the hidden units answer to the input: the mean over the batch of Σ (∂h/∂x)². Its gradient is a
    /// derivative of a derivative. Rifai and others, 2011.
    /// </summary>
    /// <param name="hidden">The units, <c>[batch, units]</c>, computed from <paramref name="x"/>.</param>
    /// <param name="x">The input, <c>[batch, features]</c>, which requires a gradient.</param>
    /// <exception cref="ArgumentException">Not a batch of units.</exception>
    public static Tensor Contractive(Tensor hidden, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(x);
        if (hidden.Shape.Rank != 2)
            throw new ArgumentException($"Contractive takes hidden units [batch, units], not {hidden.Shape}.");
        Tensor total = 0;
        for (int unit = 0; unit < hidden.Shape[1]; unit++)
            total += Tensor.Gradient(hidden[.., unit].Sum(), x, createGraph: true, keepGraph: true).Square().Sum();
        return total / hidden.Shape[0];
    }

    private static Tensor Sum(IEnumerable<Tensor> weights, Func<Tensor, Tensor> penalty)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Tensor? total = null;
        foreach (Tensor weight in weights)
            total = total is null ? penalty(weight) : total + penalty(weight);
        return total ?? throw new ArgumentException("There is nothing to keep small: the list of tensors is empty.", nameof(weights));
    }
}
