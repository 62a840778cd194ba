namespace Backprop.Scripting;

/// <summary>
/// An interrupt that the running cell has not answered yet. After two seconds it says so and starts a worker in
/// reserve, so that a person who asks again does not have to wait for one.
/// </summary>
internal sealed class PendingInterrupt : IAsyncDisposable
{
    private const string StillBusy =
        "The cell has not stopped: a library or the system is busy with something that cannot be broken off. It stops "
        + "when that is done. Interrupt again to end it now; all variables are lost then.\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource answered = new();
    private readonly Task<WorkerConnection?> reserve;
    private volatile bool hasTold;
    private bool isTaken;

    /// <param name="worker">Where the cell runs.</param>
    /// <param name="start">Starts another worker.</param>
    public PendingInterrupt(WorkerConnection worker, Func<WorkerConnection> start) =>
        reserve = Task.Run(() => WaitAsync(worker, start));

    /// <summary>Whether a person was told that the cell does not stop, and what to do.</summary>
    public bool HasTold => hasTold;

    /// <summary>The worker in reserve, which is the caller's from then on; null where it did not start.</summary>
    public Task<WorkerConnection?> TakeReserve()
    {
        isTaken = true;
        return reserve;
    }

    /// <summary>The cell has ended: nobody needs the reserve.</summary>
    public async ValueTask DisposeAsync()
    {
        await answered.CancelAsync().ConfigureAwait(false);
        if (!isTaken && await reserve.ConfigureAwait(false) is { } unused)
            await unused.DisposeAsync().ConfigureAwait(false);
        answered.Dispose();
    }

    private async Task<WorkerConnection?> WaitAsync(WorkerConnection worker, Func<WorkerConnection> start)
    {
        await Task.Delay(Patience, answered.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (answered.IsCancellationRequested)
            return null;
        worker.Tell(StillBusy);
        hasTold = true;
        try
        {
            return start();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
