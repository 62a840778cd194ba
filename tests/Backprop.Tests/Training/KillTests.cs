using Backprop.Tests.Serialization;

namespace Backprop.Tests;

/// <summary>Slow: processes are started and killed.</summary>
[Trait("Speed", "Slow")]
[Collection(nameof(Seeded))]
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_training_that_is_killed_again_and_again_ends_as_one_that_was_not()
    {
        string path = folder["run"];
        var random = new System.Random(3);
        int left = 0;
        for (int kill = 0; kill < 4; kill++)
        {
            using var process = KilledTraining.Start(path);
            // It is under way once a pass is done; then at any moment.
            string? line = process.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(30));
            process.Kill();
            process.WaitForExit();
            left += Directory.GetFiles(path, ".*.tmp").Length;
            var checkpoints = new CheckpointFolder(path);
            Assert.Equal("epoch", line);
            Assert.NotEmpty(checkpoints.Files());
            // Whatever is there under its name is whole.
            Assert.All(checkpoints.Files(), file => Assert.Contains("model", Checkpoint.Load(file).Parts));
        }
        History resumed = KilledTraining.Run(path);
        History straight = KilledTraining.Run(folder: null);
        Assert.Equal(straight.StepLosses, resumed.StepLosses);
        Assert.Equal(straight.Losses, resumed.Losses);
        Assert.Empty(Directory.GetFiles(path, ".*.tmp"));
        Assert.InRange(left, 0, 4);
    }
}
