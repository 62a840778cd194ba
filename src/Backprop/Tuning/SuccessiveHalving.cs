using System.Globalization;

namespace Backprop;

/// <summary>
/// Gives many trials a small budget, the best of them a larger one, and so on: poor runs end early. With a factor of 3,
/// 27 trials of 1 epoch are followed by 9 of 3, 3 of 9 and 1 of 27 (Jamieson and Talwalkar 2016).
/// </summary>
/// <remarks>The function reads <see cref="Trial.Budget"/>, most often as epochs. A set that goes on keeps its
/// <see cref="Trial.Number"/>, so the function may keep its net and train it further, or begin anew.</remarks>
public sealed class SuccessiveHalving : Tuner
{
    /// <summary>How many sets begin.</summary>
    public int Trials { get; init; } = 27;

    /// <summary>The budget of the first round.</summary>
    public int MinBudget { get; init; } = 1;

    /// <summary>The most that a set gets; the last round has no more.</summary>
    public int MaxBudget { get; init; } = 27;

    /// <summary>One in so many goes on, with so many times the budget; 2 or more.</summary>
    public int Factor { get; init; } = 3;

    private protected override string Options => string.Create(CultureInfo.InvariantCulture,
        $", {Trials} trials, budget {MinBudget} to {MaxBudget}, factor {Factor}");

    private protected override Trial? Next(IReadOnlyList<TrialResult> done, bool maximize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Trials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MinBudget);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBudget, MinBudget);
        ArgumentOutOfRangeException.ThrowIfLessThan(Factor, 2);
        if (done.Count < Trials)
            return At(done.Count + 1, RandomPlace(done.Count + 1), MinBudget);
        int begin = 0, size = Trials;
        long budget = MinBudget;
        while (done.Count >= begin + size)
        {
            if (budget >= MaxBudget)
                return null;
            var round = Ranking.Sort(done.Skip(begin).Take(size), maximize);
            var survivors = round.Where(result => result.IsFinite).ToList();
            begin += size;
            size = Math.Min(survivors.Count, Math.Max(1, size / Factor));
            budget = Math.Min(MaxBudget, budget * Factor);
            if (size == 0)
                return null;
            if (done.Count < begin + size)
            {
                var next = survivors[done.Count - begin].Trial;
                return Of(next.Number, [.. next.Values], (int)budget);
            }
        }
        return null;
    }
}
