using System.Diagnostics;

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

    /// <summary>Trains on examples, one row each.</summary>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets.</param>
    /// <param name="epochs">Passes over all examples.</param>
    /// <param name="batchSize">Examples in a step.</param>
    /// <param name="shuffle">Whether each pass takes them in another order.</param>
    /// <param name="validation">Examples that are held back and only measured.</param>
    /// <param name="cancel">Stops after the step at hand. What was learned stays; the history says so.</param>
    /// <returns>The losses.</returns>
    public History Fit(Tensor x, Tensor y, int epochs, int batchSize = 32, bool shuffle = true,
        TensorDataset? validation = null, CancellationToken cancel = default) =>
        Fit(new TensorDataset(x, y), epochs, batchSize, shuffle, validation, cancel);

    /// <summary>Trains on a data set.</summary>
    /// <inheritdoc cref="Fit(Tensor, Tensor, int, int, bool, TensorDataset, CancellationToken)"/>
    public History Fit(TensorDataset data, int epochs, int batchSize = 32, bool shuffle = true,
        TensorDataset? validation = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit(data.Batches(batchSize, shuffle), epochs, validation, cancel);
    }

    /// <summary>Trains on any source of batches, which is walked through once per pass.</summary>
    /// <inheritdoc cref="Fit(Tensor, Tensor, int, int, bool, TensorDataset, CancellationToken)"/>
    public History Fit(IEnumerable<(Tensor Inputs, Tensor Targets)> batches, int epochs,
        TensorDataset? validation = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var history = new History();
        var clock = Stopwatch.StartNew();
        int steps = batches is IReadOnlyCollection<(Tensor, Tensor)> list ? list.Count : 0;
        Model.Train();
        for (int epoch = 1; epoch <= epochs && !history.IsStopped; epoch++)
            steps = RunEpoch(new Pass(epoch, epochs, steps, clock, history, validation, cancel), batches);
        history.Elapsed = clock.Elapsed;
        return history;
    }

    /// <summary>The mean loss over a data set, without learning from it.</summary>
    public double Evaluate(TensorDataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var scope = Model.Evaluate();
        double sum = 0;
        foreach (var (x, y) in data.Batches(batchSize))
            sum += Loss(Model.Forward(x), y).Item() * x.Shape[0];
        return sum / data.Count;
    }

    /// <summary>One pass; returns how many steps it had.</summary>
    private int RunEpoch(Pass pass, IEnumerable<(Tensor Inputs, Tensor Targets)> batches)
    {
        int step = 0, examples = 0;
        double sum = 0;
        TrainingStep? held = null;
        foreach (var (x, y) in batches)
        {
            // A step is told on when the next one comes, so that the last one of a pass can bring the validation loss.
            if (held is not null)
                Progress?.Report(held);
            if (pass.Cancel.IsCancellationRequested)
            {
                pass.History.IsStopped = true;
                return step;
            }
            double loss = Step(x, y);
            pass.History.Add(loss);
            sum += loss * x.Shape[0];
            examples += x.Shape[0];
            step++;
            held = new(pass.Epoch, pass.Epochs, step, pass.Steps, loss, sum / examples, null, pass.Clock.Elapsed);
        }
        if (held is null)
        {
            throw new InvalidOperationException("There is no batch to train on. Is the source used up, or the data "
                + "empty?");
        }
        double? validation = pass.Validation is null ? null : Evaluate(pass.Validation);
        pass.History.Add(new EpochResult(pass.Epoch, sum / examples, validation, pass.Clock.Elapsed));
        Progress?.Report(held with { Steps = step, ValidationLoss = validation, Elapsed = pass.Clock.Elapsed });
        return step;
    }

    private double Step(Tensor x, Tensor y)
    {
        var loss = Loss(Model.Forward(x), y);
        Optimizer.ZeroGrad();
        loss.Backward();
        Optimizer.Step();
        return loss.Item();
    }

    private sealed record Pass(int Epoch, int Epochs, int Steps, Stopwatch Clock, History History,
        TensorDataset? Validation, CancellationToken Cancel);
}
