namespace Backprop;

/// <summary>
/// Adds to each position a pattern of waves that says where it is: sin(p / 10000^(2i/d)) at feature 2i and the cosine
/// of the same at 2i + 1. Nothing is learned. Vaswani and others, 2017.
/// </summary>
public sealed class SinusoidalPositions : Module
{
    /// <summary>The patterns of some positions.</summary>
    /// <param name="length">How many positions there are at most.</param>
    /// <param name="width">d, features of a position.</param>
    public SinusoidalPositions(int length, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var waves = new double[length * width];
        for (int i = 0; i < waves.Length; i++)
        {
            int position = i / width, feature = i % width, pair = feature / 2 * 2;
            double angle = position / Math.Pow(10000, (double)pair / width);
            waves[i] = feature == pair ? Math.Sin(angle) : Math.Cos(angle);
        }
        Table = Tensor.From(waves, [length, width], DType.Float64);
    }

    /// <summary>The patterns, float64 [length, width].</summary>
    public Tensor Table { get; }

    /// <summary>x with each position's pattern added, [..., positions, width].</summary>
    /// <exception cref="ArgumentException">x has more positions, or another width.</exception>
    public override Tensor Forward(Tensor x) => x + Rows(this, Table, x).To(x.DType).To(x.Device);

    /// <summary><c>SinusoidalPositions(64 × 512)</c></summary>
    public override string ToString() => $"SinusoidalPositions({Table.Shape[0]} × {Table.Shape[1]})";

    /// <summary>As many rows of a table as x has positions.</summary>
    internal static Tensor Rows(Module layer, Tensor table, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank < 2 || x.Shape[^1] != table.Shape[1])
            throw new ArgumentException($"{layer} takes [batch, positions, {table.Shape[1]}], not x {x.Shape}.");
        if (x.Shape[^2] > table.Shape[0])
        {
            throw new ArgumentException($"{layer} knows {table.Shape[0]} positions, but x {x.Shape} has {x.Shape[^2]}. "
                + "Shorten x, or make the layer longer.");
        }
        return table[..x.Shape[^2]];
    }
}
