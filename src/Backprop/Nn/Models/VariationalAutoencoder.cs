namespace Backprop;

/// <summary>
/// Its code is a cloud, with a mean and a variance, and all clouds together are to fill the bell curve; so a code drawn
/// from the bell curve becomes a new example. Kingma and Welling, 2014.
/// </summary>
public sealed class VariationalAutoencoder : Autoencoder
{
    /// <summary>An autoencoder with a code of some numbers.</summary>
    /// <param name="encoder">From an example to features.</param>
    /// <param name="features">How many features.</param>
    /// <param name="code">How many numbers a code has.</param>
    /// <param name="decoder">From a code to an example.</param>
    /// <param name="strength">How much filling the bell curve counts against rebuilding well; 1 in the paper, with the
    /// error summed over features.</param>
    public VariationalAutoencoder(Sequential encoder, int features, int code, Sequential decoder, double strength = 1)
        : base(encoder, decoder)
    {
        Mean = new Linear(features, code);
        LogVariance = new Linear(features, code);
        Strength = strength;
    }

    /// <summary>μ, from the features.</summary>
    public Linear Mean { get; }

    /// <summary>ln σ², from the features.</summary>
    public Linear LogVariance { get; }

    /// <summary>How much filling the bell curve counts.</summary>
    public double Strength { get; }

    /// <summary>The middle of each example's cloud, <c>[batch, code]</c>.</summary>
    public override Tensor Encode(Tensor x) => Mean.Forward(Encoder.Forward(x));

    /// <summary>Half the squared error of x rebuilt from a code of its cloud, and strength · KL(cloud ‖ bell curve),
    /// both summed over features and averaged over the batch.</summary>
    public override Tensor Loss(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var features = Encoder.Forward(x);
        Tensor mean = Mean.Forward(features), logVariance = LogVariance.Forward(features);
        // A draw is mean + deviation · noise, so that gradients reach both.
        var noise = Tensor.Randn(mean.Shape, mean.DType).To(mean.Device);
        var rebuilt = Decode(mean + (0.5 * logVariance).Exp() * noise);
        var error = 0.5 * (rebuilt - x).Square().Flatten().Sum(1).Mean();
        return error + Strength * Divergence(mean, logVariance);
    }

    /// <summary>New examples, from codes of the bell curve.</summary>
    /// <param name="count">How many.</param>
    public Tensor Sample(int count) => Decode(Tensor.Randn(count, Mean.Weight.Shape[0]));

    /// <summary>KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² − 1 − ln σ²), the mean over the batch.</summary>
    public static Tensor Divergence(Tensor mean, Tensor logVariance)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(logVariance);
        return 0.5 * (mean.Square() + logVariance.Exp() - 1 - logVariance).Sum(-1).Mean();
    }
}
