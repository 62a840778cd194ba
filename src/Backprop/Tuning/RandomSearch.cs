namespace Backprop;

/// <summary>Tries hyperparameters at random. Beats a grid where only some of them matter: each trial is a new value of
/// each (Bergstra and Bengio 2012).</summary>
public sealed class RandomSearch : Tuner
{
    /// <summary>How many trials.</summary>
    public int Trials { get; init; } = 20;

    private protected override Trial? Next(IReadOnlyList<TrialResult> done, bool maximize) =>
        done.Count >= Trials ? null : At(done.Count + 1, RandomPlace(done.Count + 1));
}
