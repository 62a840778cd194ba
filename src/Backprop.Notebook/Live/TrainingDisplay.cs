using System.Diagnostics;
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
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A picture may take this part of the time until the next one; and long trainings need fewer of them.
    private const double ShareOfTime = 0.01;

    // How often the gradients are measured, and how many points make a curve.
    private static readonly TimeSpan NormPause = TimeSpan.FromMilliseconds(40);
    private const int MostNorms = 150;

    // So many pictures or fewer are drawn of a training that takes minutes.
    private const int LongTraining = 300;

    private TrainingCurves curves = new();
    private DisplayHandle? display;
    private TrainingStep? last;
    private bool inPlace;
    private long next;
    private long nextNorm;
    private TimeSpan cheapest;

    /// <summary>What stands at its head; the kind of the model unless said otherwise.</summary>
    public string? Title { get; init; }

    /// <inheritdoc/>
    public override void Started(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (curves, last, display) = (new TrainingCurves(run.History), null, null);
        inPlace = OutputSink.ReplacesDisplays;
        // The first picture comes with the first steps: until then there is nothing to see but the frame.
        if (inPlace)
            display = Show.display(Bundle(run, TrainingStatus.Running));
        next = After(inPlace ? ShortestPause : LongestPause);
        (nextNorm, cheapest) = (0, TimeSpan.MaxValue);
    }

    /// <inheritdoc/>
    public override void GradientsReady(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (Stopwatch.GetTimestamp() < nextNorm)
            return;
        curves.AddNorm(run.Trainer.Optimizer.Parameters.GradNorm());
        TimeSpan pause = Longest(NormPause, (last?.Elapsed ?? TimeSpan.Zero) / MostNorms);
        nextNorm = After(pause);
    }

    /// <inheritdoc/>
    public override void StepDone(TrainingRun run, TrainingStep step)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(step);
        last = step;
        curves.Add(step);
        if (!IsDue)
            return;
        if (!inPlace)
        {
            OutputSink.Publish(new StreamOutput(step + "\n", IsError: false));
            next = After(LongestPause);
            return;
        }
        long start = Stopwatch.GetTimestamp();
        display!.Update(Bundle(run, TrainingStatus.Running));
        // The first pictures cost more than all later ones: their code has just been loaded.
        TimeSpan cost = Stopwatch.GetElapsedTime(start);
        cheapest = cost < cheapest ? cost : cheapest;
        next = After(Pause(cheapest, step.Elapsed));
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

    private bool IsDue => Stopwatch.GetTimestamp() >= next;

    private static TimeSpan Pause(TimeSpan cost, TimeSpan elapsed)
    {
        TimeSpan wanted = Longest(cost / ShareOfTime, elapsed / LongTraining);
        return wanted < LongestPause ? Longest(wanted, ShortestPause) : LongestPause;
    }

    private static TimeSpan Longest(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static long After(TimeSpan pause) =>
        Stopwatch.GetTimestamp() + (long)(pause.TotalSeconds * Stopwatch.Frequency);

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
