namespace Backprop;

/// <summary>
/// Shows a training as text: <c>Progress = new ProgressLine(Console.Out)</c> writes one line per pass; on a terminal,
/// <c>rewrite: true</c> keeps one line up to date.
/// </summary>
public sealed class ProgressLine : IProgress<TrainingStep>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly TextWriter writer;
    private readonly bool rewrite;
    private TimeSpan next;
    private int longest;

    /// <summary>Writes to a text writer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rewrite">Whether the line returns to its beginning, at most ten times a second, instead of a new
    /// line at the end of each pass.</param>
    public ProgressLine(TextWriter writer, bool rewrite = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        this.writer = writer;
        this.rewrite = rewrite;
    }

    /// <summary>Called by the trainer after each step.</summary>
    public void Report(TrainingStep value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!rewrite)
        {
            if (value.IsEndOfEpoch)
                writer.WriteLine(value.ToString());
            return;
        }
        bool isLast = value.IsEndOfEpoch && value.Epoch == value.Epochs;
        if (value.Elapsed < next && !isLast)
            return;
        next = value.Elapsed + Pause;
        string line = value.ToString();
        longest = Math.Max(longest, line.Length);
        writer.Write("\r" + line.PadRight(longest) + (isLast ? writer.NewLine : ""));
        writer.Flush();
    }
}
