using System.Diagnostics;

namespace Backprop;

/// <summary>A training as it goes: pass after pass, step after step. What a <see cref="TrainingCallback"/> gets in
/// hand.</summary>
public sealed class TrainingRun
{
    private readonly IEnumerable<(Tensor Inputs, Tensor Targets)> batches;
    private readonly TensorDataset? validation;
    private readonly CancellationToken cancel;
    private readonly GradientStep step;
    private readonly DataLoader? loader;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int stepsOfEpoch, examplesNow;
    private double progressAtStart = -1;

    internal TrainingRun(Trainer trainer, IEnumerable<(Tensor Inputs, Tensor Targets)> batches, int epochs,
        TensorDataset? validation, CancellationToken cancel)
    {
        Trainer = trainer;
        Epochs = epochs;
        this.batches = batches;
        this.validation = validation;
        this.cancel = cancel;
        loader = batches as DataLoader;
        step = new(trainer, () => Tell(callback => callback.GradientsReady(this)));
        int count = batches is IReadOnlyCollection<(Tensor, Tensor)> list ? list.Count : 0;
        stepsOfEpoch = (count + trainer.Accumulate - 1) / trainer.Accumulate;
    }

    /// <summary>Whose training it is: model, optimizer and all that was set.</summary>
    public Trainer Trainer { get; }

    /// <summary>What happened so far, before the training was resumed as well.</summary>
    public History History { get; } = new();

    /// <summary>How many passes there will be.</summary>
    public int Epochs { get; }

    /// <summary>How many passes are done.</summary>
    public int Epoch { get; internal set; }

    /// <summary>How many steps of the present pass are done.</summary>
    public int Step { get; internal set; }

    /// <summary>Ends the training after the step at hand.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public void Stop(string reason) => History.StopReason ??= reason;

    /// <summary>True if it was stopped from outside, so that it goes on when it is resumed.</summary>
    internal bool IsCancelled { get; private set; }

    internal double LossSum { get; set; }

    internal int Examples { get; set; }

    internal (ulong, ulong) RandomNow { get; set; }

    internal (ulong, ulong) RandomOfEpoch { get; set; }

    /// <summary>Where the loader stood after the last step; null if the batches come from something else.</summary>
    internal IReadOnlyDictionary<string, Tensor>? LoaderState { get; set; }

    /// <summary>Time before the training was resumed.</summary>
    internal TimeSpan Earlier { get; set; }

    internal TimeSpan Elapsed => Earlier + clock.Elapsed;

    internal IReadOnlyDictionary<string, Tensor>? BestState { get; set; }

    /// <summary>Continues where a checkpoint was made.</summary>
    internal void GoOn()
    {
        RandomState.Now = RandomNow;
        if (LoaderState is not null)
            loader!.Load(LoaderState);
    }

    internal bool HasLoader => loader is not null;

    private CheckpointFolder? Checkpoints => Trainer.Checkpoints;

    internal History Go()
    {
        try
        {
            return TrainAll();
        }
        catch (Exception error)
        {
            Tell(callback => callback.Failed(this, error));
            throw;
        }
    }

    private History TrainAll()
    {
        Trainer.Model.Train();
        Tell(callback => callback.Started(this));
        while (Epoch < Epochs && !History.IsStopped)
            RunEpoch();
        if (Trainer.RestoreBest && BestState is not null)
            Trainer.Model.Load(BestState);
        History.Elapsed = Elapsed;
        Tell(callback => callback.Ended(this));
        return History;
    }

    private void RunEpoch()
    {
        int done = Step;
        if (done == 0)
            BeginEpoch();
        TrainingStep? held = null;
        foreach (var group in Rest(done))
        {
            // A step is told on when the next one comes, so that the last one of a pass can bring the validation loss.
            if (held is not null)
                Report(held);
            if (cancel.IsCancellationRequested || Interruption.IsRequested)
                Cancel();
            if (History.IsStopped)
            {
                SaveWithinEpoch();
                return;
            }
            using (Interruption.WholeStep())
                held = MakeStep(group);
        }
        if (held is null && done == 0)
        {
            throw new InvalidOperationException("There is no batch to train on. Is the source used up, or the data "
                + "empty?");
        }
        using (Interruption.WholeStep())
            EndEpoch(held);
    }

    private void Cancel()
    {
        IsCancelled = !History.IsStopped;
        Stop("The training was cancelled.");
    }

    /// <summary>The steps of this pass that are still to be made.</summary>
    private IEnumerable<IReadOnlyList<(Tensor Inputs, Tensor Targets)>> Rest(int done)
    {
        // A loader knows its place by itself. After the last batch that is the next pass.
        if (done > 0 && loader is { Position: 0 })
            yield break;
        int skip = loader is null ? done : 0;
        // Drawn with the numbers with which the pass began, the batches of another source come in the same order.
        var goOn = RandomNow;
        if (skip > 0)
            RandomState.Now = RandomOfEpoch;
        foreach (var group in Groups())
        {
            if (skip == 0)
                yield return group;
            else if (--skip == 0)
                RandomState.Now = goOn;
        }
    }

    private void BeginEpoch()
    {
        (LossSum, Examples) = (0, 0);
        RandomOfEpoch = RandomNow = RandomState.Now;
        foreach (var metric in Trainer.Metrics)
            metric.Reset();
    }

    private TrainingStep MakeStep(IReadOnlyList<(Tensor Inputs, Tensor Targets)> group)
    {
        step.Place = (Epoch + 1, Step + 1);
        double rate = Trainer.Optimizer.LearningRate, loss = step.Run(group);
        int examples = group.Sum(batch => batch.Inputs.Shape[0]);
        History.Add(loss);
        LossSum += loss * examples;
        Examples += examples;
        examplesNow += examples;
        Step++;
        if (Trainer.SchedulePerStep)
            Trainer.Schedule?.Step(loss);
        RandomNow = RandomState.Now;
        // Now: when a stop is noticed, the batch after this one has been drawn.
        if (Checkpoints is not null)
            LoaderState = loader?.State();
        if (Checkpoints is { EverySteps: > 0 } folder && Step % folder.EverySteps == 0)
            SaveWithinEpoch();
        return Paced(new(Epoch + 1, Epochs, Step, stepsOfEpoch, loss, LossSum / Examples, null, Elapsed)
        {
            LearningRate = rate,
            Metrics = Metric.Values(Trainer.Metrics, quickOnly: true),
        });
    }

    private void EndEpoch(TrainingStep? last)
    {
        stepsOfEpoch = Step;
        var metrics = Metric.Values(Trainer.Metrics);
        var measured = validation is null ? null : Trainer.Measure(validation);
        Epoch++;
        Step = 0;
        var result = new EpochResult(Epoch, LossSum / Examples, measured?.Loss, Elapsed)
        {
            Metrics = metrics,
            ValidationMetrics = measured?.Metrics ?? EpochResult.None,
            LearningRate = last?.LearningRate ?? Trainer.Optimizer.LearningRate,
        };
        History.Add(result);
        if (Trainer.RestoreBest && ReferenceEquals(History.Best, result))
            BestState = Trainer.Model.State();
        if (!Trainer.SchedulePerStep)
            Trainer.Schedule?.Step(result.Watched);
        if (Trainer.Stop is { } rule && rule.Check(Point(result)) is { } reason)
            Stop(reason);
        if (last is not null)
        {
            Report(last with
            {
                Steps = stepsOfEpoch,
                Metrics = metrics,
                ValidationLoss = result.ValidationLoss,
                Elapsed = Elapsed,
            });
        }
        Tell(callback => callback.EpochDone(this, result));
        RandomNow = RandomState.Now;
        if (Checkpoints is { } folder && (Epoch % folder.EveryEpochs == 0 || Epoch == Epochs || History.IsStopped))
            folder.Save(RunState.Save(this), History.StepLosses.Count, result.Watched);
    }

    private void SaveWithinEpoch() => Checkpoints?.Save(RunState.Save(this), History.StepLosses.Count, null);

    private StoppingPoint Point(EpochResult result) => new(Epoch, result.Loss,
        step.GradientNorm ?? Trainer.Optimizer.Parameters.GradNorm(), result.ValidationLoss);

    private void Report(TrainingStep value)
    {
        Trainer.Progress?.Report(value);
        Tell(callback => callback.StepDone(this, value));
    }

    /// <summary>How fast it goes, and how long it will take at that pace.</summary>
    private TrainingStep Paced(TrainingStep value)
    {
        double seconds = clock.Elapsed.TotalSeconds;
        if (value.Steps == 0 || seconds == 0)
            return value;
        if (progressAtStart < 0)
            progressAtStart = value.Progress - 1.0 / value.Steps / Epochs;
        double share = (1 - value.Progress) / (value.Progress - progressAtStart);
        var remaining = TimeSpan.FromSeconds(seconds * share);
        return value with { ExamplesPerSecond = examplesNow / seconds, Remaining = remaining };
    }

    private IEnumerable<IReadOnlyList<(Tensor Inputs, Tensor Targets)>> Groups() => Trainer.Accumulate == 1
        ? batches.Select(batch => new[] { batch })
        : batches.Chunk(Trainer.Accumulate);

    private void Tell(Action<TrainingCallback> what)
    {
        foreach (var callback in Trainer.Callbacks)
            what(callback);
    }
}
