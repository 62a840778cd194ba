using Backprop.Display;

namespace Backprop;

// Live/: a training as it goes, in one display that is updated in place.
// It measures nothing but the gradient's norm and changes nothing: the trainer does the work, a callback looks on.

/// <summary>
/// Shows a training while it runs: progress, time left, curves of the loss and of the metrics, examples a second and the
/// norm of the gradients. <c>new Trainer { …, Callbacks = [new TrainingDisplay()] }.Fit(x, y, epochs: 10)</c>
/// </summary>
/// <remarks>
/// One display is updated in place, at most ten times a second and less often where drawing is slow; the last picture
/// stays in the notebook. To stop, interrupt the cell: the step at hand is finished, and the net keeps what it learned.
/// Where displays cannot be replaced (a file, a pipe) it prints a line, at most one a second.
/// </remarks>
public sealed class TrainingDisplay : TrainingCallback
{
    private const double ShareOfPictures = 0.01;
    private const double ShareOfNorms = 0.003;
    private const int MostPictures = 300;
    private const int MostNorms = 150;
    private static readonly TimeSpan PicturePause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan NormPause = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan LinePause = TimeSpan.FromSeconds(1);

    private TrainingCurves curves = new();
    private Pacer pictures = new(PicturePause, ShareOfPictures, MostPictures);
    private Pacer norms = new(NormPause, ShareOfNorms, MostNorms);
    private DisplayHandle? display;
    private TrainingStep? last;

    /// <summary>What stands at its head; the kind of the model unless said otherwise.</summary>
    public string? Title { get; init; }

    /// <inheritdoc/>
    public override void Started(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (curves, last, display) = (new TrainingCurves(run.History), null, null);
        bool inPlace = OutputSink.ReplacesDisplays;
        TimeSpan pause = inPlace ? PicturePause : LinePause;
        pictures = new Pacer(pause, ShareOfPictures, MostPictures);
        norms = new Pacer(NormPause, ShareOfNorms, MostNorms);
        // The frame at once, its curves with the first steps.
        if (inPlace)
            display = Show.display(Bundle(run, TrainingStatus.Running));
        pictures.Wait(pause);
    }

    /// <inheritdoc/>
    public override void GradientsReady(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (norms.IsDue)
            norms.Do(() => curves.AddNorm(run.Trainer.Optimizer.Parameters.GradNorm()), last?.Elapsed ?? default);
    }

    /// <inheritdoc/>
    public override void StepDone(TrainingRun run, TrainingStep step)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(step);
        last = step;
        curves.Add(step);
        if (pictures.IsDue)
            pictures.Do(() => ShowNow(run, step), step.Elapsed);
    }

    /// <inheritdoc/>
    public override void EpochDone(TrainingRun run, EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        curves.Add(epoch);
    }

    /// <inheritdoc/>
    public override void Ended(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Finish(Bundle(run, run.History.IsStopped ? TrainingStatus.Stopped : TrainingStatus.Finished));
    }

    /// <inheritdoc/>
    public override void Failed(TrainingRun run, Exception error)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(error);
        bool isStop = error is OperationCanceledException;
        Finish(Bundle(run, isStop ? TrainingStatus.Stopped : TrainingStatus.Failed, isStop ? null : error.Message));
    }

    private void ShowNow(TrainingRun run, TrainingStep step)
    {
        if (display is not null)
            display.Update(Bundle(run, TrainingStatus.Running));
        else
            OutputSink.Publish(new StreamOutput(step + "\n", IsError: false));
    }

    private MimeBundle Bundle(TrainingRun run, TrainingStatus status, string? error = null)
    {
        var picture = new TrainingPicture(run, curves, last, status, Title, error);
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(TrainingCard.Of(picture)).Content)
            .Add(MimeBundle.Text, TrainingLines.Of(picture));
    }

    private void Finish(MimeBundle bundle)
    {
        if (display is not null)
            display.Update(bundle);
        else
            OutputSink.Publish(new StreamOutput(bundle.PlainText + "\n", IsError: false));
    }
}
