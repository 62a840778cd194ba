using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Backprop.Display;

/// <summary>
/// One run of one cell, and whether it is to stop. Tasks and threads that the cell starts belong to its run as long as
/// they last, also when later cells run.
/// </summary>
/// <remarks>
/// A thread that has begun to leave (it threw <see cref="CellInterruptedException"/>, or a wait of it was broken off) is
/// not stopped again for a moment, so that its <c>finally</c> blocks and <c>Dispose</c> can do their work.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Threads may ask for the token as long as they last.")]
internal sealed class CellRun
{
    private const long TimeToLeave = 1000;

    private static readonly AsyncLocal<CellRun?> Ambient = new(change => Arrive(change.CurrentValue));

    // What AsyncLocal holds, where it is found without a search.
    [ThreadStatic]
    private static CellRun? current;

    // When this thread began to leave the run, in milliseconds of Environment.TickCount64; 0 where it has not.
    [ThreadStatic]
    private static long leavingSince;

    private readonly CancellationTokenSource source = new();
    private Thread? home;
    private long homeLeavingSince;
    private volatile bool isInterrupted;

    /// <summary>The run that the code on this thread belongs to.</summary>
    public static CellRun? Current => current;

    public CancellationToken Token => source.Token;

    public bool IsInterrupted => isInterrupted;

    /// <summary>Whether the thread that <see cref="Enter"/> was called on is in its <c>finally</c> blocks.</summary>
    public bool IsHomeLeaving => IsRecent(Volatile.Read(ref homeLeavingSince));

    /// <summary>Makes the code on this thread, and what it starts, belong to this run; for good.</summary>
    public void Enter()
    {
        home = Thread.CurrentThread;
        Ambient.Value = this;
    }

    /// <summary>Asks all code of the run to stop. Call it once.</summary>
    public void Interrupt()
    {
        isInterrupted = true;
        Interlocked.Increment(ref CellGuard.Interrupted);
        AppDomain.CurrentDomain.FirstChanceException += NoticeBrokenWait;
        _ = source.CancelAsync();
    }

    /// <summary>The cell's own code has ended; other threads of the run may still go on.</summary>
    public void End() => AppDomain.CurrentDomain.FirstChanceException -= NoticeBrokenWait;

    /// <summary>Throws if the code on this thread is to stop and has not begun to leave.</summary>
    public static void ObeyUnlessLeaving()
    {
        if (current is { isInterrupted: true } run && !IsRecent(leavingSince))
            run.Throw();
    }

    /// <summary>Throws if the code on this thread is to stop.</summary>
    public static void Obey()
    {
        if (current is { isInterrupted: true } run)
            run.Throw();
    }

    /// <summary>The token that is to break a wait of this thread.</summary>
    public static CancellationToken BreakWait =>
        current is { } run && !(run.isInterrupted && IsRecent(leavingSince)) ? run.Token : CancellationToken.None;

    // No thread, task or timer of an interrupted run is left: checks are as quick as before.
    ~CellRun()
    {
        if (isInterrupted)
            Interlocked.Decrement(ref CellGuard.Interrupted);
    }

    private static bool IsRecent(long since) => since != 0 && Environment.TickCount64 - since < TimeToLeave;

    private static void Arrive(CellRun? run) => (current, leavingSince) = (run, 0);

    private void NoticeBrokenWait(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        bool isBrokenWait = thrown.Exception is ThreadInterruptedException or OperationCanceledException;
        if (isBrokenWait && leavingSince == 0 && current == this)
            Leave();
    }

    private void Throw()
    {
        Leave();
        throw new CellInterruptedException();
    }

    private void Leave()
    {
        leavingSince = Environment.TickCount64;
        if (Thread.CurrentThread == home)
            Volatile.Write(ref homeLeavingSince, leavingSince);
    }
}
