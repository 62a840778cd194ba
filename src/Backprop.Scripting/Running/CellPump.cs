using System.Runtime.ExceptionServices;
using Backprop.Display;

namespace Backprop.Scripting;

// Running/: what a compiled cell runs in: its thread, its awaits, its console.

/// <summary>
/// Lets the continuations of a cell's awaits run on the cell's own thread while that thread waits for them. Where it
/// is busy
/// or blocked instead (<c>Load().Result</c>), the thread pool takes over after a moment, so that nothing waits for
/// ever.
/// </summary>
internal sealed class CellPump : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = [];
    private readonly SemaphoreSlim wake = new(0);
    private readonly Timer rescue;
    private ExceptionDispatchInfo? failure;
    private bool waiting;
    private bool idle;
    private bool finished;
    private bool abandoned;

    public CellPump() => rescue = new Timer(_ => HandOver());

    /// <summary>Whether the cell's thread waits for an await to go on.</summary>
    public bool IsWaiting => Volatile.Read(ref idle);

    /// <summary>Runs a cell on the calling thread, and its continuations with it, until the task is done.</summary>
    public T Run<T>(Func<Task<T>> cell)
    {
        SetSynchronizationContext(this);
        Task<T> task = cell();
        task.ContinueWith(_ => wake.Release(), TaskScheduler.Default);
        while (true)
        {
            Volatile.Read(ref failure)?.Throw();
            if (Next() is { } next)
                next.Callback(next.State);
            else if (task.IsCompleted)
                return task.GetAwaiter().GetResult();
            else
                Wait();
        }
    }

    /// <summary>Ends a run whose awaits do not come back. Should they later, what follows them is not run.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            abandoned = true;
            posted.Clear();
        }
        Fail(new CellInterruptedException());
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (gate)
        {
            if (abandoned)
                return;
            if (!finished)
            {
                posted.Enqueue((d, state));
                if (waiting)
                    wake.Release();
                else
                    rescue.Change(Patience, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>What is posted from now on, and what is left, belongs to the thread pool.</summary>
    public void Dispose()
    {
        lock (gate)
            finished = true;
        rescue.Dispose();
        HandOver();
    }

    // An interrupt cancels what the cell awaits, and that is how it goes on: the wait itself is not what is to break.
    private void Wait()
    {
        Volatile.Write(ref idle, true);
        try
        {
            wake.Wait();
        }
        catch (ThreadInterruptedException)
        {
            // Looks again.
        }
        Volatile.Write(ref idle, false);
    }

    private (SendOrPostCallback Callback, object? State)? Next()
    {
        lock (gate)
        {
            bool found = posted.TryDequeue(out (SendOrPostCallback, object?) next);
            waiting = !found;
            if (posted.Count > 0)
                rescue.Change(Patience, Timeout.InfiniteTimeSpan);
            return found ? next : null;
        }
    }

    private void HandOver()
    {
        lock (gate)
        {
            if (waiting && !finished)
                return;
            while (posted.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
                ThreadPool.QueueUserWorkItem(_ => RunHere(next.Callback, next.State));
        }
    }

    private void RunHere(SendOrPostCallback callback, object? state)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        catch (Exception error)
        {
            Fail(error);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    // Only an `async void` function throws here, and a process does not survive that. While the cell runs, it fails instead.
    private void Fail(Exception error)
    {
        lock (gate)
        {
            if (!finished)
            {
                failure ??= ExceptionDispatchInfo.Capture(error);
                wake.Release();
                return;
            }
        }
        ExceptionDispatchInfo.Throw(error);
    }
}
