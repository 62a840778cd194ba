using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class TrainerOptionTests
{
    [Fact]
    public void The_whole_set_is_one_batch_without_a_size()
    {
        Linear a = Line(), b = Line();
        History whole = Trainer(a, new Sgd(a.Parameters)).Fit(Runs.X, Runs.Y, epochs: 3, batchSize: null);
        Trainer(b, new Sgd(b.Parameters)).Fit(Runs.X, Runs.Y, epochs: 3, batchSize: 24, shuffle: false);
        Assert.Equal(3, whole.StepLosses.Count);
        Assert.Equal(Runs.Values(a), Runs.Values(b));
    }

    [Fact]
    public void Gradients_of_several_batches_add_up_to_those_of_a_large_one()
    {
        Linear large = Line(), small = Line();
        var steps = new List<TrainingStep>();
        var trainer = new Trainer
        {
            Model = small,
            Optimizer = new Sgd(small.Parameters) { LearningRate = 0.1 },
            Loss = BinaryCrossEntropyWithLogits,
            Accumulate = 3,
            Progress = new Listener(steps.Add),
        };
        // 5 + 5 + 2: each counts by its examples.
        trainer.Fit(Runs.X[..12], Runs.Y[..12], epochs: 1, batchSize: 5, shuffle: false);
        Assert.Equal([1], steps.Select(s => s.Steps));
        Trainer(large, new Sgd(large.Parameters) { LearningRate = 0.1 }).Fit(Runs.X[..12], Runs.Y[..12], epochs: 1, batchSize: 12, shuffle: false);
        IsNear(small.Weight, [1, 2], 1e-6, large.Weight.ToArray<double>());
        IsNear(small.Bias!, [1], 1e-6, large.Bias!.ToArray<double>());
    }

    [Theory]
    [InlineData("lbfgs")]
    [InlineData("nesterov")]
    [InlineData("groups")]
    public void Optimizers_that_compute_the_loss_themselves_train_too(string name)
    {
        Linear line = Line();
        Tensor y = Runs.X.MatMul([[2.0], [-1.0]]) + 0.5;
        Optimizer optimizer = name switch
        {
            "lbfgs" => new Lbfgs(line.Parameters),
            "nesterov" => new Nesterov(line.Parameters) { LearningRate = 0.1 },
            _ => new ParameterGroups(new Sgd([line.Weight]) { LearningRate = 0.3 }, new Sgd([line.Bias!]) { LearningRate = 0.3 }),
        };
        History history = new Trainer { Model = line, Optimizer = optimizer, Loss = Mse, Metrics = [new RSquared()] }
            .Fit(Runs.X, y, epochs: name == "lbfgs" ? 3 : 100, batchSize: null);
        IsNear(line.Weight, [1, 2], 1e-3, 2, -1);
        Assert.True(history.Metric("R²")[^1] > 0.999, history.ToString());
    }

    [Fact]
    public void Gradients_are_clipped_before_the_step()
    {
        double Moved(double? norm, double? value)
        {
            Linear line = Line();
            float[] before = Runs.Values(line);
            new Trainer { Model = line, Optimizer = new Sgd(line.Parameters) { LearningRate = 1 }, Loss = (p, t) => 1000 * p.Mse(t), ClipNorm = norm, ClipValue = value }
                .Fit(Runs.X, Runs.Y + 5, epochs: 1, batchSize: null);
            return Math.Sqrt(before.Zip(Runs.Values(line), (a, b) => Math.Pow(a - b, 2)).Sum());
        }
        Assert.True(Moved(null, null) > 100);
        Assert.Equal(0.25, Moved(0.25, null), 1e-5);
        Assert.Equal(0.01 * Math.Sqrt(3), Moved(null, 0.01), 1e-5);
    }

    [Fact]
    public void Schedules_go_by_pass_or_by_step_and_on_in_the_next_training()
    {
        Linear line = Line();
        var trainer = new Trainer { Model = line, Optimizer = new Sgd(line.Parameters) { LearningRate = 1 }, Loss = Mse, Schedule = new StepDecay(1) };
        Assert.Equal([1, 0.5], trainer.Fit(Runs.X, Runs.Y, 2).Epochs.Select(e => e.LearningRate));
        Assert.Equal([0.25], trainer.Fit(Runs.X, Runs.Y, 1).Epochs.Select(e => e.LearningRate));

        var rates = new List<double>();
        line = Line();
        new Trainer
        {
            Model = line,
            Optimizer = new Sgd(line.Parameters) { LearningRate = 1 },
            Loss = Mse,
            Schedule = new StepDecay(1),
            SchedulePerStep = true,
            Progress = new Listener(step => rates.Add(step.LearningRate)),
        }.Fit(Runs.X, Runs.Y, epochs: 2, batchSize: 12);
        Assert.Equal([1, 0.5, 0.25, 0.125], rates);
    }

    [Fact]
    public void Early_stopping_can_bring_the_best_weights_back()
    {
        var line = new Linear(1, 1) { Weight = [[0.0]], Bias = [0.0] };
        Tensor x = [[1.0], [-1.0]], y = [[1.0], [-1.0]];
        // The held-back examples want 0.5, where training only passes by.
        History history = new Trainer
        {
            Model = line,
            Optimizer = new Sgd(line.Parameters) { LearningRate = 0.05 },
            Loss = Mse,
            Stop = new NoImprovement(3),
            RestoreBest = true,
        }.Fit(x, y, epochs: 100, batchSize: null, validation: new(x, 0.5 * y));
        Assert.StartsWith("The loss has not fallen for 3 checks", history.StopReason, StringComparison.Ordinal);
        Assert.Equal(history.Best!.Epoch + 3, history.Epochs.Count);
        Assert.Equal(0.5, line.Weight.Item(), 0.05);
        Assert.EndsWith(", stopped", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_by_the_gradient_needs_no_more_than_the_rule()
    {
        Linear line = Line();
        History history = new Trainer { Model = line, Optimizer = new Sgd(line.Parameters) { LearningRate = 0.3 }, Loss = Mse, Stop = new GradientNormBelow(0.01) }
            .Fit(Runs.X, Runs.Y, epochs: 500, batchSize: null);
        Assert.StartsWith("The gradient's norm", history.StopReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_are_told_for_training_and_validation_in_history_and_progress()
    {
        Tensor.Seed(1);
        Sequential net = [new Linear(2, 8), Functional.Tanh, new Linear(8, 2)];
        Tensor labels = Runs.Y.Reshape(-1).To(DType.Int32);
        var steps = new List<TrainingStep>();
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.05 },
            Loss = (p, t) => p.CrossEntropy(t),
            Metrics = [new Accuracy(), new F1Score(ClassAverage.Macro)],
            Progress = new Listener(steps.Add),
        };
        History history = trainer.Fit(Runs.X, labels, epochs: 60, batchSize: 8, validation: new(Runs.X, labels));
        Assert.True(history.Metric("accuracy", validation: true)[^1] > 0.9, history.Epochs[^1].ToString());
        Assert.Equal(history.Metric("F1", validation: true)[^1], Metrics.F1(net.Forward(Runs.X), labels, ClassAverage.Macro), 1e-12);
        Assert.Contains("  accuracy ", steps[^1].ToString(), StringComparison.Ordinal);
        Assert.Contains("/s", steps[^1].ToString(), StringComparison.Ordinal);
        Assert.True(steps[2].Remaining > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, steps[^1].Remaining);
        string wrong = MessageOf<KeyNotFoundException>(() => history.Metric("AUC"));
        Assert.Equal("No metric AUC was measured: there is accuracy, F1. Name it in the trainer's Metrics.", wrong);
        Assert.StartsWith("loss ", trainer.Measure(new(Runs.X, labels)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Callbacks_hear_in_order_and_can_stop_a_training()
    {
        Linear line = Line();
        var heard = new List<string>();
        History history = new Trainer
        {
            Model = line,
            Optimizer = new Sgd(line.Parameters),
            Loss = Mse,
            Callbacks = [new Diary(heard), new EveryEpoch((run, epoch) => { if (epoch.Epoch == 2) run.Stop("Enough."); })],
        }.Fit(Runs.X, Runs.Y, epochs: 9, batchSize: 12);
        Assert.Equal(["start", "g", "s1", "g", "s2", "e1", "g", "s1", "g", "s2", "e2", "end"], heard);
        Assert.Equal("Enough.", history.StopReason);
    }

    [Fact]
    public void Callbacks_hear_of_a_training_that_fails_and_the_error_goes_on()
    {
        Linear line = Line();
        var listener = new HearsFailure();
        var trainer = new Trainer
        {
            Model = line,
            Optimizer = new Sgd(line.Parameters),
            Loss = (_, _) => throw new InvalidOperationException("no loss"),
            Callbacks = [listener],
        };
        var error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(Runs.X, Runs.Y, epochs: 2));
        Assert.Same(error, listener.Heard);
        Assert.False(listener.HasEnded);
    }

    private sealed class HearsFailure : TrainingCallback
    {
        public Exception? Heard { get; private set; }

        public bool HasEnded { get; private set; }

        public override void Failed(TrainingRun run, Exception error) => Heard = error;

        public override void Ended(TrainingRun run) => HasEnded = true;
    }

    [Fact]
    public void A_progress_line_with_all_there_is()
    {
        var step = new TrainingStep(3, 10, 5, 10, 0.5, 0.2535, 0.3266, TimeSpan.FromSeconds(1.4))
        {
            Metrics = new Dictionary<string, double> { ["accuracy"] = 0.931 },
            ExamplesPerSecond = 12345,
            Remaining = TimeSpan.FromSeconds(4.2),
        };
        Assert.Equal("epoch  3/10 █████░░░░░░░░░░░░░░░  25 %  loss 0.2535  accuracy 0.9310  validation 0.3266  1.4 s, 4.2 s left, 12,345/s", step.ToString());
    }

    [Fact]
    public void Batches_that_cannot_be_are_told()
    {
        Linear line = Line();
        Trainer trainer = Trainer(line, new Sgd(line.Parameters));
        Assert.Contains("has no examples", MessageOf<ArgumentException>(() => trainer.Fit([(Tensor.Zeros(0, 2), Tensor.Zeros(0, 1))], 1)), StringComparison.Ordinal);
        Assert.Contains("inputs [3, 2] and targets [2, 1]", MessageOf<ArgumentException>(() => trainer.Fit([(Tensor.Zeros(3, 2), Tensor.Zeros(2, 1))], 1)), StringComparison.Ordinal);
        Assert.Contains("no examples", MessageOf<ArgumentException>(() => trainer.Measure(new(Tensor.Zeros(0, 2), Tensor.Zeros(0, 1)))), StringComparison.Ordinal);
        var rows = new Trainer { Model = line, Optimizer = new Sgd(line.Parameters), Loss = (p, t) => (p - t).Square() };
        Assert.Contains("End it with .Mean()", MessageOf<InvalidOperationException>(() => rows.Fit(Runs.X, Runs.Y, 1)), StringComparison.Ordinal);
        Sequential classes = [new Linear(2, 3)];
        var labels = new Trainer { Model = classes, Optimizer = new Sgd(classes.Parameters), Loss = CrossEntropy };
        Assert.Contains("Label 3 is none of 3 classes", MessageOf<ArgumentException>(() => labels.Fit(Tensor.Zeros(1, 2), Tensor.From([3]), 1)), StringComparison.Ordinal);
    }

    private static Linear Line() => new(2, 1) { Weight = [[0.1, -0.2]], Bias = [0.3] };

    private static Trainer Trainer(Module net, Optimizer optimizer) => new() { Model = net, Optimizer = optimizer, Loss = BinaryCrossEntropyWithLogits };

    private sealed class Diary(List<string> heard) : TrainingCallback
    {
        public override void Started(TrainingRun run) => heard.Add("start");

        public override void GradientsReady(TrainingRun run)
        {
            Assert.All(run.Trainer.Optimizer.Parameters, p => Assert.NotNull(p.Grad));
            heard.Add("g");
        }

        public override void StepDone(TrainingRun run, TrainingStep step) => heard.Add($"s{step.Step}");

        public override void EpochDone(TrainingRun run, EpochResult epoch) => heard.Add($"e{epoch.Epoch}");

        public override void Ended(TrainingRun run) => heard.Add("end");
    }

    private sealed class Listener(Action<TrainingStep> hear) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => hear(value);
    }
}
