using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Makes one run of one cell stop when a person asks for it: sets the flag that the cell's guards read, cancels what it
/// awaits, breaks its waits, again and again until it has ended. Does nothing to a cell that comes after it.
/// </summary>
internal sealed class CellInterrupter
{
    private const int LongestPause = 20;
    private static readonly TimeSpan PatienceWithAwaits = TimeSpan.FromMilliseconds(100);

    private readonly object gate = new();
    private readonly CellRun run = new();
    private Thread? thread;
    private CellPump? pump;
    private bool isAsked;
    private bool hasEnded;
    private bool wasBroken;

    /// <summary>Whether a person has asked.</summary>
    public bool IsAsked => Volatile.Read(ref isAsked);

    /// <summary>Cancelled when a person asks, for what can wait with a token.</summary>
    public CancellationToken Token => run.Token;

    /// <summary>Interrupts the cell, now or as soon as it begins. Returns at once; a second call changes
    /// nothing.</summary>
    public void Ask()
    {
        lock (gate)
        {
            if (isAsked || hasEnded)
                return;
            isAsked = true;
            if (thread is not null)
                Press();
        }
    }

    /// <summary>Called on the cell's thread before its code.</summary>
    public void Begin(CellPump awaits)
    {
        run.Enter();
        lock (gate)
        {
            (thread, pump) = (Thread.CurrentThread, awaits);
            if (isAsked)
                Press();
        }
        CellGuard.Check();
    }

    /// <summary>Called on the cell's thread after its code: from then on no interrupt reaches the thread.</summary>
    /// <returns>Whether the cell was interrupted.</returns>
    public bool End()
    {
        while (!TryEnd())
        {
            // The interrupt came while this waited for the lock.
        }
        run.End();
        if (wasBroken)
            TakeBack();
        return isAsked;
    }

    private bool TryEnd()
    {
        try
        {
            lock (gate)
            {
                hasEnded = true;
                Monitor.Pulse(gate);
            }
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }

    // An interrupt that has met no wait yet would break the next one, which is not the cell's.
    private static void TakeBack()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // That was it.
        }
    }

    private void Press()
    {
        run.Interrupt();
        new Thread(BreakWaits) { IsBackground = true, Name = "interrupt" }.UnsafeStart();
    }

    private void BreakWaits()
    {
        long start = Environment.TickCount64;
        for (int pause = 1; ; pause = Math.Min(2 * pause, LongestPause))
        {
            lock (gate)
            {
                if (hasEnded)
                    return;
                BreakWait(TimeSpan.FromMilliseconds(Environment.TickCount64 - start));
                Monitor.Wait(gate, pause);
            }
        }
    }

    // A wait of the pump ends by itself when what the cell awaits has been cancelled, and its `finally` blocks run
    // then.
    private void BreakWait(TimeSpan sinceAsked)
    {
        bool isWaiting = thread is { ThreadState: var state } && (state & ThreadState.WaitSleepJoin) != 0;
        if (!isWaiting || run.IsHomeExempt)
            return;
        if (!pump!.IsWaiting)
        {
            wasBroken = true;
            thread!.Interrupt();
        }
        else if (sinceAsked > PatienceWithAwaits)
        {
            pump.Abandon();
        }
    }
}
