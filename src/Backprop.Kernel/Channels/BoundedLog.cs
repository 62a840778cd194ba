namespace Backprop.Kernel;

/// <summary>A log that a hostile client cannot fill: after many lines it says so once, and no more.</summary>
internal sealed class BoundedLog(Action<string> write)
{
    private const int MostLines = 1000;

    private int lines;

    /// <summary>Writes a line.</summary>
    public void Write(string line)
    {
        int number = Interlocked.Increment(ref lines);
        if (number < MostLines)
            write(line);
        else if (number == MostLines)
            write($"{MostLines} lines; the rest is not shown.");
    }
}
