using Backprop.Tests.Serialization;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public sealed class ResumeTests : IDisposable
{
    private const int Epochs = 6;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A trainer with all that remembers.</summary>
    private static Trainer Rich(Sequential net, CheckpointFolder? checkpoints = null, IProgress<TrainingStep>? progress = null) => new()
    {
        Model = net,
        Optimizer = new Adam(net.Parameters) { LearningRate = 0.05 },
        Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
        Schedule = new PlateauDecay(after: 1, factor: 0.5),
        Stop = new NoImprovement(100) | new LossBelow(1e-9),
        Metrics = [new Accuracy(threshold: 0), new RocAuc(), new F1Score(threshold: 0)],
        RestoreBest = true,
        ClipNorm = 0.5,
        Checkpoints = checkpoints,
        Progress = progress,
    };

    private static History Fit(Trainer trainer, int epochs = Epochs, bool resume = false, CancellationToken cancel = default) =>
        trainer.Fit(Runs.X, Runs.Y, epochs, batchSize: 5, validation: new(Runs.X[..8], Runs.Y[..8]), resume: resume, cancel: cancel);

    private static Sequential Net(long seed)
    {
        Tensor.Seed(seed);
        return Runs.Net();
    }

    // Interrupted after so many of 5 steps in each of 6 passes.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(29)]
    public void A_training_that_was_cancelled_goes_on_bit_for_bit(int steps)
    {
        Sequential straight = Net(1), interrupted = Net(1);
        History whole = Fit(Rich(straight));

        Tensor.Seed(1);
        interrupted = Runs.Net();
        using var stop = new CancellationTokenSource();
        int made = 0;
        var checkpoints = new CheckpointFolder(folder["run"]);
        History first = Fit(Rich(interrupted, checkpoints, new Listener(_ => { if (++made == steps) stop.Cancel(); })), cancel: stop.Token);
        Assert.Equal("The training was cancelled.", first.StopReason);
        Assert.InRange(first.StepLosses.Count, steps, steps + 1);

        // In another process all would be new, and the random numbers elsewhere.
        Sequential resumed = Net(99);
        History rest = Fit(Rich(resumed, new CheckpointFolder(folder["run"])), resume: true);
        AssertSame(whole, rest);
        Assert.Equal(Runs.Values(straight), Runs.Values(resumed));
        Assert.Equal(straight.State()["2.mean"].ToArray<float>(), resumed.State()["2.mean"].ToArray<float>());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void So_does_one_that_died_after_a_checkpoint_within_or_at_the_end_of_a_pass(int step)
    {
        History whole = Fit(Rich(Net(1)));
        var checkpoints = new CheckpointFolder(folder["run"]) { EverySteps = 1 };
        Assert.Throws<TimeoutException>(() => Fit(Rich(Net(1), checkpoints, new Listener(now =>
        {
            if (now.Epoch == 2 && now.Step == step)
                throw new TimeoutException();
        }))));
        AssertSame(whole, Fit(Rich(Net(99), checkpoints), resume: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void So_does_one_whose_batches_come_from_any_source(int accumulate)
    {
        History whole = Run(Net(2), null, default);
        using var stop = new CancellationTokenSource();
        int made = 0;
        Run(Net(2), new CheckpointFolder(folder["run"]), stop.Token, new Listener(_ => { if (++made == 5) stop.Cancel(); }));
        AssertSame(whole, Run(Net(98), new CheckpointFolder(folder["run"]), default));

        History Run(Sequential net, CheckpointFolder? checkpoints, CancellationToken cancel, IProgress<TrainingStep>? progress = null) => new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters) { LearningRate = 0.1, Momentum = 0.9 },
            Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
            Schedule = new OneCycle(24),
            SchedulePerStep = true,
            Metrics = [new Accuracy(threshold: 0)],
            Accumulate = accumulate,
            Checkpoints = checkpoints,
            Progress = progress,
        }.Fit(Noisy(), epochs: 3, resume: checkpoints is not null, cancel: cancel);

        // Each batch draws when it is made.
        static IEnumerable<(Tensor, Tensor)> Noisy()
        {
            Tensor order = Tensor.Randperm(24);
            for (int i = 0; i < 8; i++)
                yield return (Runs.X[order[(3 * i)..(3 * i + 3)]] + 0.01 * Tensor.Randn(3, 2), Runs.Y[order[(3 * i)..(3 * i + 3)]]);
        }
    }

    [Fact]
    public void Checkpoints_within_a_pass_and_those_kept()
    {
        var checkpoints = new CheckpointFolder(folder["run"]) { EverySteps = 2, KeepLast = 2, KeepBest = 1 };
        History history = Fit(Rich(Net(3), checkpoints), epochs: 4);
        string[] names = [.. checkpoints.Files().Select(file => Path.GetFileName(file)!)];
        Assert.Equal(["step-00000019.safetensors", "step-00000020.safetensors"], names[^2..]);
        Assert.InRange(names.Length, 2, 3);
        int best = 5 * history.Best!.Epoch;
        Assert.Equal($"step-{best:D8}.safetensors", Path.GetFileName(checkpoints.Best));
        Assert.Equal(checkpoints.Files()[^1], checkpoints.Last);
        Sequential net = Runs.Net();
        net.Load(checkpoints.Best!);
    }

    [Fact]
    public void A_finished_training_that_is_resumed_returns_its_history_and_more_epochs_go_on()
    {
        var checkpoints = new CheckpointFolder(folder["run"]);
        Sequential net = Net(4);
        History first = Fit(Rich(net, checkpoints), epochs: 2);
        History again = Fit(Rich(Net(5), checkpoints), epochs: 2, resume: true);
        AssertSame(first, again);
        History more = Fit(Rich(Net(6), checkpoints), epochs: 3, resume: true);
        AssertSame(Fit(Rich(Net(4)), epochs: 3), more);
    }

    [Fact]
    public void One_that_stopped_early_stays_stopped()
    {
        History Run() => new Trainer
        {
            Model = Net(7),
            Optimizer = new Sgd(Net(7).Parameters),
            Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
        }.Fit(Runs.X, Runs.Y, 1);
        Assert.Contains("changes none of the model's parameters", MessageOf<InvalidOperationException>(() => Run()), StringComparison.Ordinal);

        History Early(bool resume)
        {
            Sequential net = Net(7);
            return new Trainer
            {
                Model = net,
                Optimizer = new Sgd(net.Parameters),
                Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
                Stop = new MostIterations(2),
                Checkpoints = new CheckpointFolder(folder["run"]),
            }.Fit(Runs.X, Runs.Y, 10, resume: resume);
        }
        Assert.Equal("2 iterations are done, of at most 2.", Early(resume: false).StopReason);
        History again = Early(resume: true);
        Assert.Equal(2, again.Epochs.Count);
        Assert.True(again.IsStopped);
    }

    [Fact]
    public void An_existing_run_is_not_overwritten_by_accident_and_must_fit()
    {
        var checkpoints = new CheckpointFolder(folder["run"]);
        Fit(Rich(Net(8), checkpoints), epochs: 1);
        File.WriteAllText(folder["run/.step-00000009.safetensors.abc.tmp"], "half");
        Assert.Contains("resume: true", MessageOf<InvalidOperationException>(() => Fit(Rich(Net(8), checkpoints))), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["run/.step-00000009.safetensors.abc.tmp"]));

        Sequential net = Net(8);
        var other = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters),
            Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
            Checkpoints = checkpoints,
        };
        Assert.Equal("step-00000005.safetensors was saved with a schedule, and this trainer has none. To resume, build the "
            + "trainer as it was.", MessageOf<ArgumentException>(() => Fit(other, resume: true)));
        Assert.Contains("missing", MessageOf<ArgumentException>(() => Fit(Rich([.. Net(8), new Linear(1, 1)], checkpoints), resume: true)), StringComparison.Ordinal);
        Assert.Contains("say where", MessageOf<InvalidOperationException>(() => Fit(Rich(Net(8)), resume: true)), StringComparison.Ordinal);
    }

    private static void AssertSame(History expected, History actual)
    {
        Assert.Equal(expected.StepLosses, actual.StepLosses);
        Assert.Equal(expected.Losses, actual.Losses);
        Assert.Equal(expected.ValidationLosses, actual.ValidationLosses);
        Assert.Equal(expected.Epochs.Select(e => e.LearningRate), actual.Epochs.Select(e => e.LearningRate));
        foreach (string name in expected.Epochs[0].Metrics.Keys)
            Assert.Equal(expected.Metric(name), actual.Metric(name));
        foreach (string name in expected.Epochs[0].ValidationMetrics.Keys)
            Assert.Equal(expected.Metric(name, validation: true), actual.Metric(name, validation: true));
    }

    private sealed class Listener(Action<TrainingStep> hear) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => hear(value);
    }
}
