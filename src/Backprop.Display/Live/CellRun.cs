using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Backprop.Display;

/// <summary>
/// One run of one cell, and whether it is to stop. Tasks and threads that the cell starts belong to its run as long as
/// they last, also when later cells run.
/// </summary>
/// <remarks>
/// A thread that has begun to leave (it threw <see cref="CellInterruptedException"/>, or a wait of it was broken off)
/// is not stopped again for a moment, so that its <c>finally</c> blocks and <c>Dispose</c> can do their work. Nor is
/// one in the middle of something that it is to bring to its end (<see cref="Hold"/>).
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Threads may ask for the token as long as they last.")]
internal sealed class CellRun
{
    private const long TimeToLeave = 1000;

    private static readonly Holding Release = new();
    private static readonly AsyncLocal<CellRun?> Ambient = new(change => Arrive(change.CurrentValue));

    // What AsyncLocal holds, where it is found without a search.
    [ThreadStatic]
    private static CellRun? current;

    // When this thread began to leave the run, in milliseconds of Environment.TickCount64; 0 where it has not.
    [ThreadStatic]
    private static long leavingSince;

    // How many pieces of work this thread is to bring to their end.
    [ThreadStatic]
    private static int held;

    private readonly CancellationTokenSource source = new();
    private Thread? home;
    private long homeLeavingSince;
    private int homeHeld;
    private long interruptedSince;
    private volatile bool isInterrupted;

    /// <summary>The run that the code on this thread belongs to.</summary>
    public static CellRun? Current => current;

    public CancellationToken Token => source.Token;

    public bool IsInterrupted => isInterrupted;

    /// <summary>Whether the thread that called <see cref="Enter"/> is not to be stopped for the moment.</summary>
    public bool IsHomeExempt =>
        IsRecent(Volatile.Read(ref homeLeavingSince))
        || (Volatile.Read(ref homeHeld) > 0 && IsRecent(interruptedSince));

    /// <summary>Makes the code on this thread, and what it starts, belong to this run; for good.</summary>
    public void Enter()
    {
        home = Thread.CurrentThread;
        Ambient.Value = this;
    }

    /// <summary>Asks all code of the run to stop. Call it once.</summary>
    public void Interrupt()
    {
        interruptedSince = Environment.TickCount64;
        isInterrupted = true;
        Interlocked.Increment(ref CellGuard.Interrupted);
        AppDomain.CurrentDomain.FirstChanceException += NoticeBrokenWait;
        _ = source.CancelAsync();
    }

    /// <summary>The cell's own code has ended; other threads of the run may still go on.</summary>
    public void End() => AppDomain.CurrentDomain.FirstChanceException -= NoticeBrokenWait;

    /// <summary>Throws if the code on this thread is to stop and is not exempt for the moment.</summary>
    public static void ObeyUnlessExempt()
    {
        if (current is { isInterrupted: true } run && !run.IsExempt)
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
        current is { } run && !(run.isInterrupted && run.IsExempt) ? run.Token : CancellationToken.None;

    /// <summary>Exempts this thread until the result is disposed, for no longer than a second.</summary>
    public static IDisposable Hold()
    {
        held++;
        current?.NoteHeld();
        return Release;
    }

    // No thread, task or timer of an interrupted run is left: checks are as quick as before.
    ~CellRun()
    {
        if (isInterrupted)
            Interlocked.Decrement(ref CellGuard.Interrupted);
    }

    private bool IsExempt => IsRecent(leavingSince) || (held > 0 && IsRecent(interruptedSince));

    private static bool IsRecent(long since) => since != 0 && Environment.TickCount64 - since < TimeToLeave;

    private static void Arrive(CellRun? run) => (current, leavingSince) = (run, 0);

    private void NoticeBrokenWait(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        bool isBrokenWait = thrown.Exception is ThreadInterruptedException or OperationCanceledException;
        if (isBrokenWait && leavingSince == 0 && current == this)
            Leave();
    }

    private void NoteHeld()
    {
        if (Thread.CurrentThread == home)
            Volatile.Write(ref homeHeld, held);
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

    private sealed class Holding : IDisposable
    {
        public void Dispose()
        {
            held--;
            current?.NoteHeld();
        }
    }
}
