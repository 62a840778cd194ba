using static Backprop.Functional;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class TrainerTests
{
    private static readonly Tensor Corners = [[0, 0], [0, 1], [1, 0], [1, 1]], Xor = [[0], [1], [1], [0]];

    [Fact]
    public void Xor_is_learned()
    {
        Tensor.Seed(7);
        Sequential net = [new Linear(2, 8), Functional.Tanh, new Linear(8, 1)];
        var history = Train(net, 0.5).Fit(Corners, Xor, epochs: 500, batchSize: 4);
        Assert.True(history.Losses[^1] < 0.02, history.ToString());
        Assert.Equal([0, 1, 1, 0], (net.Forward(Corners) > 0).Reshape(-1).ToArray<double>());
    }

    [Fact]
    public void A_line_is_found_through_noise_free_points()
    {
        Tensor.Seed(1);
        Tensor x = Tensor.Linspace(-1, 1, 20).Reshape(20, 1), y = 0.5 * x - 1.5;
        var line = new Linear(1, 1);
        new Trainer { Model = line, Optimizer = new Sgd(line.Parameters) { LearningRate = 0.1 }, Loss = Mse }.Fit(x, y, epochs: 100, batchSize: 5);
        IsNear(line.Weight, [1, 1], 1e-4, 0.5);
        IsNear(line.Bias!, [1], 1e-4, -1.5);
    }

    [Fact]
    public void A_run_repeats_bit_for_bit()
    {
        float[] Run()
        {
            Tensor.Seed(11);
            Sequential net = [new Linear(2, 8), Functional.Relu, new Linear(8, 1)];
            var history = Train(net, 0.1).Fit(Corners, Xor, epochs: 20, batchSize: 3);
            return [.. net.Parameters.SelectMany(p => p.ToArray<float>()), .. history.StepLosses.Select(loss => (float)loss)];
        }
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void It_does_what_the_loop_by_hand_does()
    {
        Sequential Net()
        {
            Tensor.Seed(4);
            return [new Linear(2, 4), Functional.Sigmoid, new Linear(4, 1)];
        }
        var trained = Net();
        Train(trained, 0.3).Fit(Corners, Xor, epochs: 5, batchSize: 2, shuffle: false);
        var byHand = Net();
        var optimizer = new Sgd(byHand.Parameters) { LearningRate = 0.3 };
        for (int epoch = 0; epoch < 5; epoch++)
        {
            foreach (var (x, y) in new TensorDataset(Corners, Xor).Batches(2))
            {
                var loss = byHand.Forward(x).BinaryCrossEntropyWithLogits(y);
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();
            }
        }
        foreach (var (mine, its) in byHand.Parameters.Zip(trained.Parameters))
            Assert.Equal(mine.ToArray<float>(), its.ToArray<float>());
    }

    [Fact]
    public void History_and_progress_tell_of_every_step()
    {
        Tensor.Seed(1);
        var steps = new List<TrainingStep>();
        Sequential net = [new Linear(2, 1)];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters),
            Loss = BinaryCrossEntropyWithLogits,
            Progress = new Listener<TrainingStep>(steps.Add),
        };
        var history = trainer.Fit(Corners, Xor, epochs: 2, batchSize: 3, validation: new(Corners, Xor));
        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2)], steps.Select(s => (s.Epoch, s.Step)));
        Assert.Equal([0.25, 0.5, 0.75, 1], steps.Select(s => s.Progress));
        Assert.Equal([false, true, false, true], steps.Select(s => s.ValidationLoss is not null));
        Assert.Equal(4, history.StepLosses.Count);
        Assert.Equal(steps.Select(s => s.Loss), history.StepLosses);
        Assert.Equal((history.StepLosses[0] * 3 + history.StepLosses[1]) / 4, history.Losses[0], 1e-12);
        Assert.Equal(2, history.ValidationLosses.Count);
        Assert.Equal(trainer.Evaluate(new(Corners, Xor)), history.ValidationLosses[^1]);
        Assert.StartsWith("2 epochs, loss ", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_keeps_what_was_learned_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        Sequential net = [new Linear(2, 1)];
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters),
            Loss = BinaryCrossEntropyWithLogits,
            Progress = new Listener<TrainingStep>(step => { if (step is { Epoch: 2, Step: 1 }) stop.Cancel(); }),
        };
        var history = trainer.Fit(Corners, Xor, epochs: 100, batchSize: 1, cancel: stop.Token);
        Assert.True(history.IsStopped);
        Assert.Single(history.Epochs);
        Assert.InRange(history.StepLosses.Count, 5, 6);
        Assert.EndsWith(", stopped", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_source_of_batches_will_do_but_an_empty_one_says_so()
    {
        Sequential net = [new Linear(2, 1)];
        var history = Train(net, 0.1).Fit([(Corners, Xor), (Corners[..2], Xor[..2])], epochs: 3);
        Assert.Equal(6, history.StepLosses.Count);
        Assert.Contains("no batch", MessageOf<InvalidOperationException>(() => Train(net, 0.1).Fit([], epochs: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_neither_learns_nor_records()
    {
        Sequential net = [new Linear(2, 1)];
        float[] before = net.Parameters[0].ToArray<float>();
        Train(net, 0.1).Evaluate(new(Corners, Xor), batchSize: 3);
        Assert.Equal(before, net.Parameters[0].ToArray<float>());
        Assert.Null(net.Parameters[0].Grad);
        Assert.True(net.IsTraining);
    }

    [Fact]
    public void The_progress_line_writes_one_line_per_pass()
    {
        var text = new StringWriter { NewLine = "\n" };
        Sequential net = [new Linear(2, 1)];
        new Trainer { Model = net, Optimizer = new Sgd(net.Parameters), Loss = BinaryCrossEntropyWithLogits, Progress = new ProgressLine(text) }
            .Fit(Corners, Xor, epochs: 2, batchSize: 1);
        string[] lines = text.ToString().TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("epoch 1/2 ██████████░░░░░░░░░░  50 %  loss ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("epoch 2/2 ████████████████████ 100 %  loss ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_rewritten_progress_line_ends_with_one_line_break()
    {
        var text = new StringWriter { NewLine = "\n" };
        var line = new ProgressLine(text, rewrite: true);
        for (int step = 1; step <= 4; step++)
            line.Report(new TrainingStep(1, 1, step, 4, 0.5, 0.5, null, TimeSpan.FromMilliseconds(40 * step)));
        string[] shown = text.ToString().Split('\r');
        // 40 ms, then not before 140 ms (so 160), and the last one.
        Assert.Equal(3, shown.Length);
        Assert.EndsWith("\n", shown[^1], StringComparison.Ordinal);
        Assert.Equal(1, text.ToString().Count(c => c == '\n'));
    }

    private static Trainer Train(Module net, double rate) => new()
    {
        Model = net,
        Optimizer = new Sgd(net.Parameters) { LearningRate = rate },
        Loss = BinaryCrossEntropyWithLogits,
    };

    private sealed class Listener<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value) => hear(value);
    }
}
