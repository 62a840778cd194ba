namespace Backprop;

// ByHand/ holds backpropagation as the lecture notes derive it, on plain arrays of double, with every sum written out.
// It is for reading and for checking autograd against; to train a network use Module and Tensor.

/// <summary>An elementwise activation h = Φ(a) with its derivative.</summary>
/// <param name="Name">What the notes call it.</param>
/// <param name="Value">Φ(a).</param>
/// <param name="Slope">Φ′(a), given the pre-activation a and the post-activation h = Φ(a).</param>
public sealed record HandActivation(string Name, Func<double, double> Value, Func<double, double, double> Slope)
{
    /// <summary>Φ(a) = a, Φ′ = 1.</summary>
    public static HandActivation Linear { get; } = new("linear", a => a, (_, _) => 1);

    /// <summary>Φ(a) = 1 / (1 + e⁻ᵃ), Φ′ = h(1 − h).</summary>
    public static HandActivation Sigmoid { get; } = new("sigmoid", a => 1 / (1 + Math.Exp(-a)), (_, h) => h * (1 - h));

    /// <summary>Φ(a) = tanh a, Φ′ = 1 − h².</summary>
    public static HandActivation Tanh { get; } = new("tanh", Math.Tanh, (_, h) => 1 - h * h);

    /// <summary>Φ(a) = max(0, a); Φ′ = 1 where a &gt; 0, else 0 (also at exactly 0).</summary>
    public static HandActivation Relu { get; } = new("relu", a => Math.Max(0, a), (a, _) => a > 0 ? 1 : 0);

    /// <summary>Φ(a) = a cut to [−1, 1]; Φ′ = 1 inside, 0 outside and at the corners.</summary>
    public static HandActivation HardTanh { get; } =
        new("hard tanh", a => Math.Clamp(a, -1, 1), (a, _) => a is > -1 and < 1 ? 1 : 0);
}
