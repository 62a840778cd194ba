namespace Backprop.Graphs;

/// <summary>A part of a sequence that comes several times in a row.</summary>
/// <param name="Start">Where the first copy begins.</param>
/// <param name="Period">How long a copy is.</param>
/// <param name="Copies">How many there are.</param>
internal readonly record struct Repeat(int Start, int Period, int Copies)
{
    /// <summary>How long all copies are.</summary>
    public int Length => Period * Copies;

    /// <summary>Behind the last copy.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Finds what repeats in a sequence of operations: the steps of a recurrent network, the layers of a deep one.
/// </summary>
internal static class Repeats
{
    private const int LongestPeriod = 400;
    private const int MostComparisons = 20_000_000;
    private const int LeastCovered = 6;

    /// <summary>The repeats that cover most, none over another, in the order of the sequence.</summary>
    /// <param name="kinds">What stands at each place; equal things have equal numbers.</param>
    /// <param name="most">How many repeats to name at most.</param>
    public static List<Repeat> Find(int[] kinds, int most)
    {
        int affordable = Math.Clamp(MostComparisons / Math.Max(1, kinds.Length), 8, LongestPeriod);
        var candidates = new List<Repeat>();
        for (int period = 1; period <= Math.Min(kinds.Length / 2, affordable); period++)
            AddRuns(kinds, period, candidates);
        var found = new List<Repeat>();
        foreach (Repeat next in candidates.OrderByDescending(repeat => repeat.Length).ThenBy(repeat => repeat.Period))
        {
            if (found.Count == most)
                break;
            if (found.TrueForAll(other => next.End <= other.Start || next.Start >= other.End))
                found.Add(next);
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // A run of places that equal the place one period later is a repeat, one period longer than the run.
    private static void AddRuns(int[] kinds, int period, List<Repeat> candidates)
    {
        int start = 0;
        for (int i = 0; i + period <= kinds.Length; i++)
        {
            if (i + period < kinds.Length && kinds[i] == kinds[i + period])
                continue;
            var repeat = new Repeat(start, period, (i - start + period) / period);
            if (repeat.Copies >= 2 && repeat.Length >= LeastCovered)
                candidates.Add(repeat);
            start = i + 1;
        }
    }
}
