namespace Backprop;

/// <summary>
/// The training loop: <c>new Trainer { Model = net, Optimizer = optimizer, Loss = Mse }.Fit(x, y, epochs: 10)</c>.
/// </summary>
public sealed class Trainer
{
    /// <summary>What learns.</summary>
    public required Module Model { get; init; }

    /// <summary>How it learns; over <c>Model.Parameters</c>.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>What is made small, from prediction and target to one number: <c>Mse</c>,
    /// <c>(p, t) =&gt; p.CrossEntropy(t)</c>.</summary>
    public required Func<Tensor, Tensor, Tensor> Loss { get; init; }

    /// <summary>Hears of every step; see <see cref="ProgressLine"/>.</summary>
    public IProgress<TrainingStep>? Progress { get; init; }

    /// <summary>How the learning rate changes. It is started with the first training and goes on in the next.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Whether the schedule goes on after each step instead of each pass.</summary>
    public bool SchedulePerStep { get; init; }

    /// <summary>What is measured besides the loss, on the batches before each step and on the held-back examples after
    /// each pass: <c>Metrics = [new Accuracy()]</c>.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>When to stop before the last pass; asked after each pass: <c>Stop = new NoImprovement(3)</c>.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Whether the model ends with the weights of the pass with the lowest validation loss (or loss, without
    /// validation) instead of the last ones.</summary>
    public bool RestoreBest { get; init; }

    /// <summary>The longest that all gradients together may be; null for any. See
    /// <see cref="GradientClip.ClipGradNorm"/>.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The largest that a number of a gradient may be; null for any. See
    /// <see cref="GradientClip.ClipGradValue"/>.</summary>
    public double? ClipValue { get; init; }

    /// <summary>How many batches make one step: the gradients of so many are added up as if they had been one large
    /// batch. For losses that are means over the batch.</summary>
    public int Accumulate { get; init => field = Options.AtLeastOne(value); } = 1;

    /// <summary>Where to save what is needed to go on; see <c>resume</c> of <c>Fit</c>.</summary>
    public CheckpointFolder? Checkpoints { get; init; }

    /// <summary>Whether to stop with an error as soon as the loss is NaN or ∞, which names the layer and operation
    /// where it appeared first. Costs nothing as long as all is well. Without it the training goes on.</summary>
    public bool DetectAnomaly { get; init; }

    /// <summary>Who hears of the training as it goes and may act on it.</summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Trains on examples, one row each.</summary>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets.</param>
    /// <param name="epochs">Passes over all examples, those before a resumed training included.</param>
    /// <param name="batchSize">Examples in a step; null for all of them, in their order.</param>
    /// <param name="shuffle">Whether each pass takes them in another order.</param>
    /// <param name="validation">Examples that are held back and only measured.</param>
    /// <param name="resume">Whether to go on from the newest checkpoint, if there is one, bit for bit as if there had
    /// been no interruption. The trainer must be built as it was, the data the same.</param>
    /// <param name="cancel">Stops after the step at hand. What was learned stays; the history says so.</param>
    /// <returns>The losses and metrics.</returns>
    /// <exception cref="InvalidOperationException">The optimizer is that of another model, there is no batch, or the
    /// folder for checkpoints has some and <paramref name="resume"/> is not said.</exception>
    /// <exception cref="NotFiniteNumberException"><see cref="DetectAnomaly"/> is on and the loss is no
    /// number.</exception>
    public History Fit(Tensor x, Tensor y, int epochs, int? batchSize = 32, bool shuffle = true,
        TensorDataset? validation = null, bool resume = false, CancellationToken cancel = default) =>
        Fit(new TensorDataset(x, y), epochs, batchSize, shuffle, validation, resume, cancel);

    /// <summary>Trains on a data set.</summary>
    /// <inheritdoc cref="Fit(Tensor, Tensor, int, int?, bool, TensorDataset, bool, CancellationToken)"/>
    public History Fit(Dataset data, int epochs, int? batchSize = 32, bool shuffle = true,
        TensorDataset? validation = null, bool resume = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        IEnumerable<(Tensor, Tensor)> batches = batchSize is { } size
            ? new DataLoader(data, size, shuffle)
            : new[] { data.Batch([.. Enumerable.Range(0, data.Count)]) };
        return Fit(batches, epochs, validation, resume, cancel);
    }

    /// <summary>Trains on any source of batches, which is walked through once per pass.</summary>
    /// <inheritdoc cref="Fit(Tensor, Tensor, int, int?, bool, TensorDataset, bool, CancellationToken)"/>
    public History Fit(IEnumerable<(Tensor Inputs, Tensor Targets)> batches, int epochs,
        TensorDataset? validation = null, bool resume = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        CheckParameters();
        if (Schedule is { IsStarted: false })
            Schedule.Start(Optimizer);
        var run = new TrainingRun(this, batches, epochs, validation, cancel);
        Open(run, resume);
        return run.Go();
    }

    /// <summary>The mean loss over a data set, without learning from it.</summary>
    public double Evaluate(TensorDataset data, int batchSize = 256) => Measure(data, batchSize).Loss;

    /// <summary>The mean loss and the <see cref="Metrics"/> over a data set, without learning from it.</summary>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    public Evaluation Measure(TensorDataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
            throw new ArgumentException("There are no examples to measure.");
        // A callback may ask in the middle of a pass, whose metrics go on afterwards.
        double[][] before = [.. Metrics.Select(metric => metric.State())];
        foreach (var metric in Metrics)
            metric.Reset();
        using var scope = Model.Evaluate();
        double sum = 0;
        foreach (var (x, y) in data.Batches(batchSize))
        {
            var prediction = Model.Forward(x);
            sum += Loss(prediction, y).Item() * x.Shape[0];
            Metric.AddAll(Metrics, prediction, y);
        }
        var result = new Evaluation(sum / data.Count, Metric.Values(Metrics));
        foreach (var (metric, state) in Metrics.Zip(before))
            metric.Load(state);
        return result;
    }

    private void Open(TrainingRun run, bool resume)
    {
        if (Checkpoints is null)
        {
            if (resume)
            {
                throw new InvalidOperationException("To resume, say where: Checkpoints = new "
                    + "CheckpointFolder(\"runs/mine\").");
            }
            return;
        }
        Checkpoints.Sweep();
        if (Checkpoints.Last is not { } last)
            return;
        if (!resume)
        {
            throw new InvalidOperationException($"{Plain.Text(Path.GetFileName(Checkpoints.Path))} already holds "
                + $"checkpoints, up to {Path.GetFileName(last)}. Go on with resume: true, or begin anew in another "
                + "folder.");
        }
        RunState.Load(run, last);
        run.GoOn();
    }

    // A net built anew and an optimizer that is not is the mistake of a cell that is run twice.
    private void CheckParameters()
    {
        var own = Model.Parameters.ToHashSet((IEqualityComparer<Tensor>)ReferenceEqualityComparer.Instance);
        if (!Optimizer.Parameters.Any(own.Contains))
        {
            throw new InvalidOperationException("The optimizer changes none of the model's parameters. Build it "
                + $"anew for this model: new {Optimizer.GetType().Name}(net.Parameters).");
        }
    }
}
