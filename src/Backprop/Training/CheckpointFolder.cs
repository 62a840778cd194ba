using System.Globalization;

namespace Backprop;

/// <summary>
/// Where a trainer saves what it needs to go on: <c>Checkpoints = new CheckpointFolder("runs/digits")</c>. Each
/// checkpoint is a file <c>step-00000340.safetensors</c>, complete or not there, whenever the process is killed.
/// </summary>
/// <remarks><c>net.Load(folder.Best)</c> takes the model out of one.</remarks>
/// <param name="path">The folder, used by one training alone. Made when it is first written to.</param>
public sealed class CheckpointFolder(string path)
{
    private const string Extension = ".safetensors";
    private const string LossKey = "loss";

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>After how many passes one is saved; 1 or more.</summary>
    public int EveryEpochs { get; init => field = Options.AtLeastOne(value); } = 1;

    /// <summary>After how many steps one is saved within a pass; 0 for never.</summary>
    public int EverySteps { get; init => field = (int)Options.NotNegative(value); }

    /// <summary>How many of the newest are kept; 1 or more.</summary>
    public int KeepLast { get; init => field = Options.AtLeastOne(value); } = 1;

    /// <summary>How many of those with the lowest validation loss (or loss, without validation) are kept
    /// beside.</summary>
    public int KeepBest { get; init => field = (int)Options.NotNegative(value); } = 1;

    /// <summary>The newest; null if there is none.</summary>
    public string? Last => Files() is [.., var newest] ? newest : null;

    /// <summary>The one with the lowest loss; null if there is none from the end of a pass.</summary>
    public string? Best => ByLoss(Files()).FirstOrDefault();

    /// <summary>All, oldest first.</summary>
    public IReadOnlyList<string> Files() => !Directory.Exists(Path)
        ? []
        : [.. Directory.EnumerateFiles(Path, "step-*" + Extension).Order(StringComparer.Ordinal)];

    /// <summary>Saves a checkpoint and removes those that are no longer kept.</summary>
    /// <param name="checkpoint">What to save.</param>
    /// <param name="step">Steps made since the training began.</param>
    /// <param name="loss">How good it is; null in the middle of a pass.</param>
    internal void Save(Checkpoint checkpoint, int step, double? loss)
    {
        if (loss is { } number)
            checkpoint.Metadata[LossKey] = number.ToString("R", CultureInfo.InvariantCulture);
        string name = string.Create(CultureInfo.InvariantCulture, $"step-{step:D8}{Extension}");
        checkpoint.Save(System.IO.Path.Combine(Path, name));
        Prune();
    }

    /// <summary>What a killed process left half written.</summary>
    internal void Sweep()
    {
        if (Directory.Exists(Path))
            AtomicFile.Sweep(Path);
    }

    private void Prune()
    {
        var files = Files();
        foreach (string file in files.SkipLast(KeepLast).Except(ByLoss(files).Take(KeepBest)))
            File.Delete(file);
    }

    private static IEnumerable<string> ByLoss(IReadOnlyList<string> files) =>
        files.Select(file => (File: file, Loss: LossOf(file)))
            .Where(f => f.Loss is { } loss && double.IsFinite(loss)).OrderBy(f => f.Loss).Select(f => f.File);

    private static double? LossOf(string file)
    {
        using var open = Safetensors.Open(file);
        return open.Metadata.TryGetValue(LossKey, out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double loss)
            ? loss
            : null;
    }
}
