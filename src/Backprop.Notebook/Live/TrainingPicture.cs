namespace Backprop;

/// <summary>How a training stands.</summary>
internal enum TrainingStatus
{
    /// <summary>Steps are being made.</summary>
    Running,

    /// <summary>All passes are done.</summary>
    Finished,

    /// <summary>It ended before: a person or a rule stopped it.</summary>
    Stopped,

    /// <summary>It ended with an error.</summary>
    Failed,
}

/// <summary>A training at one moment: what a picture of it is drawn from.</summary>
/// <param name="Run">The training.</param>
/// <param name="Curves">The numbers so far.</param>
/// <param name="Step">The step made last, or null before the first.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Title">What the user calls it, or null.</param>
/// <param name="Error">What it failed with, or null.</param>
internal sealed record TrainingPicture(
    TrainingRun Run, TrainingCurves Curves, TrainingStep? Step, TrainingStatus Status, string? Title, string? Error)
{
    public History History => Run.History;

    public string Name => Title ?? Run.Trainer.Model.GetType().Name;

    /// <summary>Which pass is at hand, or was the last.</summary>
    public int Epoch => Math.Min(Run.Epochs, Run.Step > 0 || Run.Epoch == 0 ? Run.Epoch + 1 : Run.Epoch);

    public double Progress => Status == TrainingStatus.Finished ? 1 : Math.Clamp(Step?.Progress ?? 0, 0, 1);

    public TimeSpan Elapsed => History.Elapsed > TimeSpan.Zero ? History.Elapsed : Step?.Elapsed ?? TimeSpan.Zero;

    public double LearningRate => Step?.LearningRate ?? Run.Trainer.Optimizer.LearningRate;

    /// <summary>The loss of the pass at hand, or null before the first step.</summary>
    public double? Loss => Step?.EpochLoss;

    public double? ValidationLoss => History.Epochs.Count == 0 ? null : History.Epochs[^1].ValidationLoss;

    /// <summary>The metrics by name: over the pass at hand, and over the held-back examples where there are
    /// any.</summary>
    public IEnumerable<(string Name, double? Train, double? Validation)> Metrics
    {
        get
        {
            EpochResult? done = History.Epochs.Count == 0 ? null : History.Epochs[^1];
            foreach (string name in Run.Trainer.Metrics.Select(m => m.Name).Distinct())
            {
                double? train = Find(Step?.Metrics, name) ?? Find(done?.Metrics, name);
                yield return (name, train, Find(done?.ValidationMetrics, name));
            }
        }
    }

    /// <summary><c>stopped at epoch 3 of 10</c></summary>
    public string StatusText => Status switch
    {
        TrainingStatus.Running => "running",
        TrainingStatus.Finished => "finished",
        TrainingStatus.Stopped => FormattableString.Invariant($"stopped at epoch {Epoch} of {Run.Epochs}"),
        _ => FormattableString.Invariant($"failed at epoch {Epoch} of {Run.Epochs}"),
    };

    private static double? Find(IReadOnlyDictionary<string, double>? values, string name) =>
        values is not null && values.TryGetValue(name, out double value) ? value : null;
}
