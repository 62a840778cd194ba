using System.Globalization;

namespace Backprop;

/// <summary>What came of a trial.</summary>
/// <param name="Trial">The hyperparameters.</param>
/// <param name="Score">What the function gave; NaN if the training diverged.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TrialResult(Trial Trial, double Score, TimeSpan Elapsed)
{
    /// <summary>True if there is a score to go by.</summary>
    public bool IsFinite => double.IsFinite(Score);

    /// <summary><c>#12: 0.0312 with rate 0.00123, layers 3</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"#{Trial.Number}: {ScoreText} with {Trial}");

    internal string ScoreText => IsFinite ? Score.ToString("G4", CultureInfo.InvariantCulture) : "diverged";
}
