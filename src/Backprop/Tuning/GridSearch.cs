using System.Globalization;

namespace Backprop;

/// <summary>Tries every combination of evenly spread values (by logarithm where the space says so). The first name
/// changes slowest.</summary>
public sealed class GridSearch : Tuner
{
    // More is a mistake, and would run for ever.
    private const long MostTrials = 1_000_000;

    /// <summary>How many values of each number; of choices, and of fewer whole numbers, all.</summary>
    public int Points { get; init; } = 5;

    private protected override string Options => string.Create(CultureInfo.InvariantCulture, $", {Points} points");

    private protected override Trial? Next(IReadOnlyList<TrialResult> done, bool maximize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Points);
        IReadOnlyList<object>[] axes = [.. Space.Dimensions.Select(dimension => dimension.Grid(Points))];
        long count = 1;
        foreach (var axis in axes)
        {
            count *= axis.Count;
            if (count > MostTrials)
            {
                throw new InvalidOperationException("The grid has more than a million trials. Take fewer Points, "
                    + "or a RandomSearch.");
            }
        }
        if (done.Count >= count)
            return null;
        var values = new object[axes.Length];
        int rest = done.Count;
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            values[i] = axes[i][rest % axes[i].Count];
            rest /= axes[i].Count;
        }
        return Of(done.Count + 1, values);
    }
}
