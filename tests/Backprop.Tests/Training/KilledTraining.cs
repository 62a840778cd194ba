using System.Diagnostics;

namespace Backprop.Tests;

/// <summary>A training in a process of its own that saves after every step, to be killed at any moment.</summary>
internal static class KilledTraining
{
    internal const int Epochs = 100;

    /// <summary>Trains and saves into a folder, going on where an earlier process was killed.</summary>
    internal static History Run(string? folder)
    {
        Tensor.Seed(1);
        Sequential net = Runs.Net(hidden: 64);
        return new Trainer
        {
            Model = net,
            Optimizer = new Adam(net.Parameters) { LearningRate = 0.001 },
            Loss = (p, t) => p.BinaryCrossEntropyWithLogits(t),
            Checkpoints = folder is null ? null : new CheckpointFolder(folder) { EverySteps = 1, KeepLast = 2 },
            Callbacks = folder is null ? [] : [new EveryEpoch((_, _) => Console.WriteLine("epoch"))],
        }.Fit(Runs.X, Runs.Y, Epochs, batchSize: 6, resume: folder is not null);
    }

    /// <summary>The same in another process.</summary>
    internal static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(KilledTraining).Assembly.Location);
        start.ArgumentList.Add("train");
        start.ArgumentList.Add(folder);
        return Process.Start(start)!;
    }
}
