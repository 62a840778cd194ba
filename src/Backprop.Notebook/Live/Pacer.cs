using System.Diagnostics;

namespace Backprop;

/// <summary>
/// Decides when work is done again that is done now and then beside something else: after a pause at least, and so
/// seldom that it takes no more than a share of the time.
/// </summary>
/// <param name="shortest">The pause.</param>
/// <param name="share">The share of the time.</param>
/// <param name="most">How often within a run that takes long.</param>
internal sealed class Pacer(TimeSpan shortest, double share, int most)
{
    // The first times cost more than all later ones, as their code has just been loaded: they do not count.
    private const int Settling = 2;
    private const double Newest = 0.3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private long next;
    private int times;
    private TimeSpan usual;

    public bool IsDue => Stopwatch.GetTimestamp() >= next;

    /// <summary>Not before so long.</summary>
    public void Wait(TimeSpan pause) =>
        next = Stopwatch.GetTimestamp() + (long)(pause.TotalSeconds * Stopwatch.Frequency);

    /// <summary>Does the work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="elapsed">How long the run has taken so far.</param>
    public void Do(Action work, TimeSpan elapsed)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        TimeSpan cost = Stopwatch.GetElapsedTime(start);
        times++;
        if (times > Settling)
            usual = usual == TimeSpan.Zero ? cost : (usual * (1 - Newest)) + (cost * Newest);
        TimeSpan wanted = Max(usual / share, elapsed / most);
        Wait(Max(wanted < Longest ? wanted : Longest, shortest));
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
