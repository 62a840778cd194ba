namespace Backprop;

/// <summary>How many steps each row of a batch really has, for rows of different lengths in one tensor.</summary>
internal sealed class RowLengths
{
    private readonly int[] lengths;
    private readonly Device device;

    /// <exception cref="ArgumentException">Not one length for each row, or one beyond the sequence.</exception>
    internal RowLengths(IReadOnlyList<int> lengths, Tensor x)
    {
        int batch = x.Shape[0], steps = x.Shape[1];
        this.lengths = [.. lengths];
        device = x.Device;
        if (this.lengths.Length != batch)
        {
            throw new ArgumentException($"{this.lengths.Length} lengths do not fit x {x.Shape}: each of its {batch} "
                + "rows needs one.");
        }
        for (int row = 0; row < batch; row++)
        {
            if (this.lengths[row] < 1 || this.lengths[row] > steps)
            {
                throw new ArgumentException($"Row {row} cannot have length {this.lengths[row]}: x {x.Shape} has 1 to "
                    + $"{steps} steps.");
            }
        }
    }

    /// <summary>True for the rows that have a step t, [batch, 1]; null if all have.</summary>
    internal Tensor? Reach(int t) => Array.TrueForAll(lengths, length => t < length)
        ? null
        : Tensor.From(Array.ConvertAll(lengths, length => t < length), [lengths.Length, 1]).To(device);
}
