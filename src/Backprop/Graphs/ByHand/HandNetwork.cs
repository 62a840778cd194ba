namespace Backprop;

/// <summary>A multilayer perceptron by hand, with the notes' two backward recurrences.</summary>
/// <param name="layers">The layers, first layer first.</param>
public sealed class HandNetwork(params HandLayer[] layers)
{
    /// <summary>The layers, first layer first.</summary>
    public IReadOnlyList<HandLayer> Layers => layers;

    /// <summary>The forward phase: a⁽ˡ⁾ = W⁽ˡ⁾h⁽ˡ⁻¹⁾ + b⁽ˡ⁾, h⁽ˡ⁾ = Φ(a⁽ˡ⁾), h⁽⁰⁾ = x.</summary>
    /// <param name="x">One example, <c>[inputs]</c>.</param>
    public HandPass Forward(double[] x)
    {
        var a = new double[layers.Length][];
        var h = new double[layers.Length + 1][];
        h[0] = x;
        for (int l = 0; l < layers.Length; l++)
        {
            a[l] = layers[l].PreActivation(h[l]);
            h[l + 1] = [.. a[l].Select(layers[l].Activation.Value)];
        }
        return new HandPass(a, h);
    }

    /// <summary>
    /// The backward phase on pre-activations, δ(h_r, o) = ∂L/∂a: it starts at the output with ∂L/∂o · Φ′(a_o) and goes
    /// back with δ(h_r, o) = Φ′(a_r) · Σ_h w(h_r, h) · δ(h, o). The weight's gradient is δ(h_r, o) · h_(r−1).
    /// </summary>
    /// <param name="pass">The forward phase.</param>
    /// <param name="lossSlope">∂L/∂o, <c>[outputs]</c>.</param>
    /// <param name="hiddenSlopes">
    /// ∂L_h/∂h of a loss that stands on hidden nodes, one array a layer or null where it has none: it is added to what
    /// arrives at h from above, before Φ′ is applied.
    /// </param>
    public HandGradients PreActivation(HandPass pass, double[] lossSlope, double[]?[]? hiddenSlopes = null)
    {
        double[] atOutput = TimesSlope(pass, layers.Length - 1, lossSlope);
        return FromOutputDelta(pass, atOutput, hiddenSlopes);
    }

    /// <summary>
    /// The same recurrence from a δ at the output that is known already: softmax with cross-entropy has δ = o − t,
    /// which no elementwise Φ′ can give.
    /// </summary>
    /// <param name="pass">The forward phase.</param>
    /// <param name="outputDelta">∂L/∂a of the last layer, <c>[outputs]</c>.</param>
    /// <param name="hiddenSlopes">As in <see cref="PreActivation"/>.</param>
    public HandGradients FromOutputDelta(HandPass pass, double[] outputDelta, double[]?[]? hiddenSlopes = null)
    {
        var delta = new double[layers.Length][];
        delta[^1] = outputDelta;
        for (int l = layers.Length - 2; l >= 0; l--)
            delta[l] = TimesSlope(pass, l, Plus(SumOverUsers(layers[l + 1], delta[l + 1]), hiddenSlopes?[l]));
        return Gradients(pass, delta, delta);
    }

    /// <summary>
    /// The backward phase on post-activations, Δ(h_r, o) = ∂L/∂h: it starts with Δ(o, o) = ∂L/∂o and goes back with
    /// Δ(h_r, o) = Σ_h Δ(h, o) · Φ′(a_h) · w(h_r, h). The weight's gradient is Δ(h_r, o) · Φ′(a_r) · h_(r−1).
    /// </summary>
    /// <param name="pass">The forward phase.</param>
    /// <param name="lossSlope">∂L/∂o, <c>[outputs]</c>.</param>
    public HandGradients PostActivation(HandPass pass, double[] lossSlope)
    {
        var delta = new double[layers.Length][];
        delta[^1] = lossSlope;
        for (int l = layers.Length - 2; l >= 0; l--)
            delta[l] = SumOverUsers(layers[l + 1], TimesSlope(pass, l + 1, delta[l + 1]));
        return Gradients(pass, [.. delta.Select((d, l) => TimesSlope(pass, l, d))], delta);
    }

    // Σ_h w(h_r, h) · d(h): what arrives at each input of a layer.
    private static double[] SumOverUsers(HandLayer layer, double[] d)
    {
        var sum = new double[layer.Inputs];
        for (int r = 0; r < layer.Inputs; r++)
            for (int h = 0; h < layer.Outputs; h++)
                sum[r] += layer.Weights[h, r] * d[h];
        return sum;
    }

    private double[] TimesSlope(HandPass pass, int layer, double[] slope) =>
        [.. slope.Select((s, i) => s * layers[layer].Activation.Slope(pass.PreActivations[layer][i], pass.PostActivations[layer + 1][i]))];

    private static double[] Plus(double[] sum, double[]? more) => more is null ? sum : [.. sum.Zip(more, (s, m) => s + m)];

    // ∂L/∂W = δ·hᵀ, and ∂L/∂b is the same with h = 1.
    private HandGradients Gradients(HandPass pass, double[][] preActivationDeltas, double[][] carried)
    {
        var weights = new double[layers.Length][,];
        for (int l = 0; l < layers.Length; l++)
        {
            weights[l] = new double[layers[l].Outputs, layers[l].Inputs];
            for (int i = 0; i < layers[l].Outputs; i++)
                for (int j = 0; j < layers[l].Inputs; j++)
                    weights[l][i, j] = preActivationDeltas[l][i] * pass.PostActivations[l][j];
        }
        return new HandGradients(weights, preActivationDeltas, carried);
    }
}
