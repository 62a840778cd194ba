namespace Backprop;

/// <summary>Many to one: the largest of each group. Backward, the whole gradient goes to that input (the first of equals), 0 to the rest.</summary>
/// <param name="group">How many neighbouring inputs compete.</param>
public sealed class DecoupledMax(int group) : DecoupledLayer
{
    private int[] winners = [];
    private int inputs;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The inputs do not divide into whole groups.</exception>
    public override double[] Forward(double[] z)
    {
        if (z.Length % group != 0)
            throw new ArgumentException($"{z.Length} inputs do not divide into groups of {group}.", nameof(z));
        inputs = z.Length;
        winners = [.. Enumerable.Range(0, z.Length / group).Select(g => Winner(z, g * group))];
        return [.. winners.Select(w => z[w])];
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] g)
    {
        var arriving = new double[inputs];
        for (int i = 0; i < winners.Length; i++)
            arriving[winners[i]] = g[i];
        return arriving;
    }

    private int Winner(double[] z, int start)
    {
        int best = start;
        for (int i = start + 1; i < start + group; i++)
            if (z[i] > z[best])
                best = i;
        return best;
    }
}
