namespace Backprop.Scripting;

/// <summary>Who listened to which cell, so that late output finds its own cell again. Very old cells are forgotten.</summary>
internal sealed class OutputTargets
{
    private const int MostKept = 1000;

    private readonly Dictionary<int, OutputTarget> byRun = [];
    private OutputTarget? chosen;
    private OutputTarget? last;
    private int runs;

    /// <summary>Who gets what is shown now.</summary>
    public OutputTarget? Chosen => Volatile.Read(ref chosen);

    /// <summary>Who listened to the last cell, where late output is wanted.</summary>
    public OutputTarget? Last => Volatile.Read(ref last);

    /// <summary>Adds a cell.</summary>
    /// <param name="target">Who listens to it.</param>
    /// <param name="isKept">Whether it is kept after the next one has come.</param>
    /// <returns>The cell's number.</returns>
    public int Add(OutputTarget target, bool isKept)
    {
        lock (byRun)
        {
            if (!isKept)
                byRun.Clear();
            byRun.Remove(runs - MostKept);
            byRun[++runs] = target;
            Volatile.Write(ref last, isKept ? target : null);
            return runs;
        }
    }

    /// <summary>What is shown from now on comes from this cell; from the last one where it is not known.</summary>
    public void Choose(int run)
    {
        lock (byRun)
            Volatile.Write(ref chosen, byRun.GetValueOrDefault(run) ?? byRun.GetValueOrDefault(runs));
    }
}
