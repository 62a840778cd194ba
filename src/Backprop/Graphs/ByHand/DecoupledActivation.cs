namespace Backprop;

/// <summary>One to one: forward z′ = Φ(z), backward g = g′ ⊙ Φ′(z).</summary>
/// <param name="activation">Φ.</param>
public sealed class DecoupledActivation(HandActivation activation) : DecoupledLayer
{
    private double[] input = [];
    private double[] output = [];

    /// <inheritdoc/>
    public override double[] Forward(double[] z) => output = [.. (input = z).Select(activation.Value)];

    /// <inheritdoc/>
    public override double[] Backward(double[] g) => [.. g.Select((slope, i) => slope * activation.Slope(input[i], output[i]))];
}
