namespace Backprop;

/// <summary>One layer by hand: a = W·h + b, then h = Φ(a).</summary>
public sealed class HandLayer
{
    /// <summary>Makes a layer.</summary>
    /// <param name="weights">W, <c>[outputs, inputs]</c>.</param>
    /// <param name="bias">b, <c>[outputs]</c>.</param>
    /// <param name="activation">Φ.</param>
    /// <exception cref="ArgumentException">The bias has another length than W has rows.</exception>
    public HandLayer(double[,] weights, double[] bias, HandActivation activation)
    {
        if (weights.GetLength(0) != bias.Length)
            throw new ArgumentException(
                $"W has {weights.GetLength(0)} rows and b has {bias.Length} numbers: one row and one bias for each output.", nameof(bias));
        Weights = weights;
        Bias = bias;
        Activation = activation;
    }

    /// <summary>W, <c>[outputs, inputs]</c>.</summary>
    public double[,] Weights { get; }

    /// <summary>b, <c>[outputs]</c>.</summary>
    public double[] Bias { get; }

    /// <summary>Φ.</summary>
    public HandActivation Activation { get; }

    /// <summary>How many numbers go in.</summary>
    public int Inputs => Weights.GetLength(1);

    /// <summary>How many numbers come out.</summary>
    public int Outputs => Weights.GetLength(0);

    /// <summary>The pre-activation a = W·h + b.</summary>
    /// <param name="h">The inputs, <c>[inputs]</c>.</param>
    public double[] PreActivation(double[] h)
    {
        if (h.Length != Inputs)
            throw new ArgumentException($"The layer takes {Inputs} numbers and got {h.Length}.", nameof(h));
        var a = new double[Outputs];
        for (int i = 0; i < Outputs; i++)
        {
            a[i] = Bias[i];
            for (int j = 0; j < Inputs; j++)
                a[i] += Weights[i, j] * h[j];
        }
        return a;
    }
}
