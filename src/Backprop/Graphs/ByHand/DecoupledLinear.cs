namespace Backprop;

/// <summary>Many to many: forward z′ = Wz + b, backward g = Wᵀg′ (the notes keep W transposed and write W·g′).</summary>
/// <param name="weights">W, <c>[outputs, inputs]</c>.</param>
/// <param name="bias">b, <c>[outputs]</c>.</param>
public sealed class DecoupledLinear(double[,] weights, double[] bias) : DecoupledLayer
{
    private readonly HandLayer layer = new(weights, bias, HandActivation.Linear);
    private double[] input = [];

    /// <summary>∂L/∂W after <see cref="Backward"/>, <c>[outputs, inputs]</c>.</summary>
    public double[,] WeightGradient { get; } = new double[weights.GetLength(0), weights.GetLength(1)];

    /// <summary>∂L/∂b after <see cref="Backward"/>, <c>[outputs]</c>.</summary>
    public double[] BiasGradient { get; private set; } = [];

    /// <inheritdoc/>
    public override double[] Forward(double[] z) => layer.PreActivation(input = z);

    /// <inheritdoc/>
    public override double[] Backward(double[] g)
    {
        var arriving = new double[layer.Inputs];
        for (int i = 0; i < layer.Outputs; i++)
            for (int j = 0; j < layer.Inputs; j++)
            {
                WeightGradient[i, j] = g[i] * input[j];
                arriving[j] += layer.Weights[i, j] * g[i];
            }
        BiasGradient = g;
        return arriving;
    }
}
