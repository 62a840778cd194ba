namespace Backprop;

/// <summary>Adds to each position a learned vector that says where it is. Gehring and others, 2017; GPT.</summary>
public sealed class LearnedPositions : Module
{
    /// <summary>Vectors from a normal distribution of standard deviation 0.02.</summary>
    /// <param name="length">How many positions there are at most.</param>
    /// <param name="width">Features of a position.</param>
    public LearnedPositions(int length, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Weight = Init.Normal([length, width], 0, 0.02);
    }

    /// <summary>The vectors, [length, width].</summary>
    public Tensor Weight { get; }

    /// <summary>x with each position's vector added, [..., positions, width].</summary>
    /// <exception cref="ArgumentException">x has more positions, or another width.</exception>
    public override Tensor Forward(Tensor x) => x + SinusoidalPositions.Rows(this, Weight, x);

    /// <summary><c>LearnedPositions(64 × 512)</c></summary>
    public override string ToString() => $"LearnedPositions({Weight.Shape[0]} × {Weight.Shape[1]})";
}
