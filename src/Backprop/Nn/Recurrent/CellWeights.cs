namespace Backprop;

/// <summary>The weights of one direction of one layer: [gates · hidden, inputs], [gates · hidden, hidden], and two
/// biases [gates · hidden] or none.</summary>
internal sealed record CellWeights(Tensor Ih, Tensor Hh, Tensor? BiasIh, Tensor? BiasHh)
{
    /// <summary>Random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    internal static CellWeights Draw(int inputs, int hidden, int gates, bool bias)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hidden);
        return new(Drawn([gates * hidden, inputs]), Drawn([gates * hidden, hidden]),
            bias ? Drawn([gates * hidden]) : null, bias ? Drawn([gates * hidden]) : null);

        Tensor Drawn(Shape shape) => Init.Uniform(shape, -1 / Math.Sqrt(hidden), 1 / Math.Sqrt(hidden));
    }
}
