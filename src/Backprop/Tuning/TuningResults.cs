using System.Globalization;

namespace Backprop;

/// <summary>All trials of a search, best first; as the last line of a cell it is a table.</summary>
public sealed class TuningResults
{
    private readonly SearchSpace space;
    private readonly bool maximize;
    private readonly IReadOnlyList<TrialResult> inOrder;

    internal TuningResults(SearchSpace space, bool maximize, IReadOnlyList<TrialResult> inOrder, bool isComplete)
    {
        this.space = space;
        this.maximize = maximize;
        this.inOrder = inOrder;
        IsComplete = isComplete;
        Trials = [.. Ranking.Sort(inOrder, maximize)];
    }

    /// <summary>The trials, best first: those with the largest budget before others, diverged ones last.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>The trials in the order in which they were made.</summary>
    public IReadOnlyList<TrialResult> InOrder => inOrder;

    /// <summary>False if it was cancelled before the last trial.</summary>
    public bool IsComplete { get; }

    /// <summary>The best hyperparameters: <c>results.Best["rate"]</c>.</summary>
    /// <exception cref="InvalidOperationException">No trial has a score.</exception>
    public Trial Best => BestResult.Trial;

    /// <summary>The best score.</summary>
    /// <inheritdoc cref="Best"/>
    public double BestScore => BestResult.Score;

    /// <summary>The best score after each trial, for a chart of how the search went; NaN before the first
    /// score.</summary>
    public IReadOnlyList<double> BestSoFar
    {
        get
        {
            double best = double.NaN;
            return [.. inOrder.Select(result => best = !result.IsFinite ? best
                : double.IsNaN(best) || maximize == result.Score > best ? result.Score : best)];
        }
    }

    /// <summary>The table, best first, at most 20 trials.</summary>
    public override string ToString() => ToString(20);

    /// <summary>The table of the best trials.</summary>
    /// <param name="most">How many.</param>
    public string ToString(int most)
    {
        bool hasBudgets = inOrder.Select(result => result.Trial.Budget).Distinct().Count() > 1;
        string[] budget = hasBudgets ? ["budget"] : [];
        string[] head = ["trial", .. space.Names, .. budget, maximize ? "score" : "loss", "time"];
        string table = TextTable.Of(head, [.. Trials.Take(most).Select(result => Row(result, hasBudgets))]);
        return Trials.Count <= most ? table : $"{table}\n… and {Trials.Count - most} more";
    }

    private static string[] Row(TrialResult result, bool hasBudgets) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"#{result.Trial.Number}"),
        .. result.Trial.Texts,
        .. hasBudgets ? [result.Trial.Budget.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        result.ScoreText,
        string.Create(CultureInfo.InvariantCulture, $"{result.Elapsed.TotalSeconds:F1} s"),
    ];

    private TrialResult BestResult =>
        Trials.FirstOrDefault(result => result.IsFinite) ?? throw new InvalidOperationException(
            inOrder.Count == 0
                ? "No trial was made."
                : $"All {inOrder.Count} trials diverged. Widen the search space: begin with smaller learning rates.");
}
