namespace Backprop;

/// <summary>Which of two results is better.</summary>
internal static class Ranking
{
    /// <summary>Best first: the larger budget, then the better score, then the earlier trial; diverged ones
    /// last.</summary>
    internal static IEnumerable<TrialResult> Sort(IEnumerable<TrialResult> results, bool maximize) => results
        .OrderByDescending(result => result.IsFinite)
        .ThenByDescending(result => result.Trial.Budget)
        .ThenBy(result => Loss(result, maximize))
        .ThenBy(result => result.Trial.Number);

    /// <summary>What is to be made small.</summary>
    internal static double Loss(TrialResult result, bool maximize) => maximize ? -result.Score : result.Score;
}
