namespace Backprop;

/// <summary>
/// Hears of a training as it goes and may act on it. Override what is needed; for a single reaction to each pass there
/// is
/// <see cref="EveryEpoch"/>.
/// </summary>
public abstract class TrainingCallback
{
    /// <summary>Before the first step, also of a resumed training.</summary>
    public virtual void Started(TrainingRun run)
    {
    }

    /// <summary>The gradients of a step are complete (and clipped), the parameters not yet changed.</summary>
    public virtual void GradientsReady(TrainingRun run)
    {
    }

    /// <summary>A step was made.</summary>
    public virtual void StepDone(TrainingRun run, TrainingStep step)
    {
    }

    /// <summary>A pass is over and validated.</summary>
    public virtual void EpochDone(TrainingRun run, EpochResult epoch)
    {
    }

    /// <summary>The training is over, finished or stopped.</summary>
    public virtual void Ended(TrainingRun run)
    {
    }

    /// <summary>The training ends with an error, or was interrupted in the middle of a step. The error goes on to the
    /// caller of <c>Fit</c>.</summary>
    public virtual void Failed(TrainingRun run, Exception error)
    {
    }
}

/// <summary>Does something after each pass:
/// <c>Callbacks = [new EveryEpoch((run, epoch) => Console.WriteLine(epoch))]</c>.</summary>
/// <param name="action">What to do.</param>
public sealed class EveryEpoch(Action<TrainingRun, EpochResult> action) : TrainingCallback
{
    /// <inheritdoc/>
    public override void EpochDone(TrainingRun run, EpochResult epoch) => action(run, epoch);
}
