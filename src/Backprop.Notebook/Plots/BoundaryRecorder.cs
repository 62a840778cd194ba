namespace Backprop;

/// <summary>
/// Keeps what a net says of the plane as it learns: <c>var film = new BoundaryRecorder(data)</c>, then
/// <c>Callbacks = [film]</c> in the trainer, or <c>film.Record(net, epoch)</c> in a loop of one's own. As a cell's last
/// expression it shows the decision boundary, epoch by epoch.
/// </summary>
/// <param name="points">[n, 2].</param>
/// <param name="labels">The class of each point, in the form that the loss takes.</param>
/// <param name="epochs">When to look; left out, at 0, 1, 2, 5, 10, 20, 50 … and after the last one.</param>
/// <param name="threshold">For a single output: where class 1 begins; left out, 0.5 for outputs from 0 to 1, else
/// 0.</param>
public sealed class BoundaryRecorder(
    Tensor points, Tensor labels, IReadOnlyList<int>? epochs = null, double? threshold = null) : TrainingCallback
{
    private readonly List<BoundaryFrame> frames = [];

    /// <summary>A recorder for the points of a data set.</summary>
    /// <inheritdoc cref="BoundaryRecorder(Tensor, Tensor, IReadOnlyList{int}?, double?)"/>
    public BoundaryRecorder(TensorDataset data, IReadOnlyList<int>? epochs = null, double? threshold = null)
        : this(Of(data).Inputs, data.Targets, epochs, threshold)
    {
    }

    /// <summary>The epochs that were looked at.</summary>
    public IReadOnlyList<int> Epochs => [.. frames.Select(f => f.Epoch)];

    /// <summary>The share of the points that was right at each of them.</summary>
    public IReadOnlyList<double> Accuracies => [.. frames.Select(f => f.Map.Accuracy)];

    internal IReadOnlyList<BoundaryFrame> Frames => frames;

    internal BoundaryData Data { get; } = new(points, labels, "BoundaryRecorder");

    /// <summary>Looks at a net now; the net is not changed.</summary>
    /// <param name="net">From [n, 2] to scores.</param>
    /// <param name="epoch">How long it has learned.</param>
    /// <param name="loss">Its loss, where that is known.</param>
    /// <exception cref="ArgumentException">An earlier epoch was recorded later, or the outputs do not fit the
    /// labels.</exception>
    public void Record(Module net, int epoch, double? loss = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (frames.Count > 0 && epoch <= frames[^1].Epoch)
        {
            throw new ArgumentException(
                PlotData.Invariant($"Epoch {epoch} comes after epoch {frames[^1].Epoch}, which is recorded ")
                + "already. Make a new BoundaryRecorder for a new training.");
        }
        using IDisposable scope = net.Evaluate();
        frames.Add(new BoundaryFrame(epoch, loss, BoundaryMap.Of(net, Data, threshold, "BoundaryRecorder")));
    }

    /// <inheritdoc/>
    public override void Started(TrainingRun run) => Look(run, always: false);

    /// <inheritdoc/>
    public override void EpochDone(TrainingRun run, EpochResult epoch) => Look(run, always: false);

    /// <inheritdoc/>
    public override void Ended(TrainingRun run) => Look(run, always: true);

    /// <summary>What was recorded, as text.</summary>
    public override string ToString() =>
        frames.Count == 0 ? "nothing recorded yet" : Plot.DecisionBoundary(this).ToString();

    private void Look(TrainingRun run, bool always)
    {
        ArgumentNullException.ThrowIfNull(run);
        bool wanted = always || (epochs?.Contains(run.Epoch) ?? IsRound(run.Epoch));
        if (!wanted || (frames.Count > 0 && frames[^1].Epoch == run.Epoch))
            return;
        using IDisposable scope = run.Trainer.Model.Evaluate();
        double loss = run.Trainer.Loss(run.Trainer.Model.Forward(Data.Inputs), Data.Targets).Item();
        Record(run.Trainer.Model, run.Epoch, loss);
    }

    // 0, 1, 2, 5, 10, 20, 50 …
    private static bool IsRound(int epoch)
    {
        while (epoch >= 10 && epoch % 10 == 0)
            epoch /= 10;
        return epoch is 0 or 1 or 2 or 5;
    }

    private static TensorDataset Of(TensorDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data;
    }
}

/// <summary>What a net said at one time.</summary>
/// <param name="Epoch">How long it had learned.</param>
/// <param name="Loss">Its loss, where that is known.</param>
/// <param name="Map">What it said of the plane.</param>
internal sealed record BoundaryFrame(int Epoch, double? Loss, BoundaryMap Map);
