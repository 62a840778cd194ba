using System.Diagnostics;
using System.Globalization;

namespace Backprop.Tests;

/// <summary>Training without a single using, by hand or by a trainer, and what the process takes of memory
/// meanwhile.</summary>
internal static class MemoryOfSteps
{
    private const int Between = 20;

    /// <summary>Trains 784-32-10 on batches of 256 and prints one line "step MiB" every few steps.</summary>
    /// <param name="steps">How many steps.</param>
    /// <param name="byTrainer">Whether a trainer makes the steps instead of a loop.</param>
    internal static void Print(int steps, bool byTrainer)
    {
        Tensor.Seed(1);
        Sequential net = [new Linear(784, 32), Functional.Relu, new Linear(32, 10)];
        var optimizer = new Sgd(net.Parameters) { LearningRate = 0.1 };
        Tensor x = Tensor.Rand(256, 784), labels = (Tensor.Rand(256) * 10).To(DType.Int32);
        using var process = Process.GetCurrentProcess();
        if (byTrainer)
        {
            new Trainer
            {
                Model = net,
                Optimizer = optimizer,
                Loss = (p, t) => p.CrossEntropy(t),
                Metrics = [new Accuracy()],
                Progress = new Meter(process),
            }.Fit(Enumerable.Range(0, steps).Select(_ => (x + 0.01 * Tensor.Rand(256, 784), labels)), epochs: 1);
            return;
        }
        for (int step = 1; step <= steps; step++)
        {
            var loss = net.Forward(x + 0.01 * Tensor.Rand(256, 784)).CrossEntropy(labels);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            Print(process, step);
        }
    }

    /// <summary>The same in a process of its own; MiB by step.</summary>
    internal static List<(int Step, int Size)> Measure(int steps, bool byTrainer)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(MemoryOfSteps).Assembly.Location);
        start.ArgumentList.Add(byTrainer ? "memory-of-trainer" : "memory");
        start.ArgumentList.Add(steps.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. lines.Select(line => line.Split(' ')).Select(words => (
            int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture)))];
    }

    private static void Print(Process process, int step)
    {
        if (step % Between != 0)
            return;
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} {process.WorkingSet64 >> 20}"));
    }

    private sealed class Meter(Process process) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => Print(process, value.Step);
    }
}
