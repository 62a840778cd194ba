using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Runs cells in a worker process, so that whatever a cell does costs the worker and never this process. A cell that is
/// stopped, and one that ends the process, ends the session.
/// </summary>
/// <remarks>
/// A cell that is interrupted usually stops, and the session goes on. Where it has not after two seconds, it is told what
/// to do on its standard error, and another worker gets ready. A second interrupt then puts that one in the place of the
/// first: the variables are lost, and the cell ends as <see cref="CellStatus.Stopped"/>.
/// </remarks>
public sealed class WorkerClient : ICellRunner
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private readonly WorkerCommand command;
    private WorkerConnection worker;
    private OutputBatcher? running;
    private PendingInterrupt? interrupt;
    private bool isGivenUp;
    private bool disposed;

    private WorkerClient(WorkerCommand command)
    {
        this.command = command;
        worker = WorkerConnection.Start(command);
    }

    /// <summary>Starts a worker. It gets ready while the host goes on.</summary>
    /// <exception cref="IOException">There is no such program, or no such folder.</exception>
    public static WorkerClient Start(WorkerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new WorkerClient(command);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Text that the cell writes within 20 ms comes as one output. What <paramref name="output"/> throws ends the
    /// worker and
    /// is thrown here. What native code and child processes print comes too, but not in a strict order with the rest.
    /// </remarks>
    public async Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(output);
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return stop.IsCancellationRequested
                ? Endings.Stopped
                : await RunHereAsync(cell, output, stop).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is not { } batcher)
                return;
            if (interrupt is null)
            {
                worker.Interrupt();
                interrupt = new PendingInterrupt(batcher.Add, () => WorkerConnection.Start(command));
            }
            else if (interrupt.HasTold && !isGivenUp)
            {
                isGivenUp = true;
                worker.End();
            }
        }
    }

    /// <summary>Ends the worker and the processes that its cells started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        worker.End();
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CellResult> RunHereAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        var batcher = new OutputBatcher(output, failed: worker.End);
        lock (gate)
            running = batcher;
        CellResult result = await worker.RunAsync(cell, batcher, stop).ConfigureAwait(false);
        lock (gate)
            running = null;
        if (interrupt is not null)
            result = await AnswerAsync(result).ConfigureAwait(false);
        await batcher.CompleteAsync().ConfigureAwait(false);
        return result;
    }

    // The cell has ended: by itself, or with its worker because it was given up.
    private async Task<CellResult> AnswerAsync(CellResult result)
    {
        await using PendingInterrupt answered = interrupt!;
        bool isReplaced = isGivenUp;
        (interrupt, isGivenUp) = (null, false);
        if (!isReplaced || Volatile.Read(ref disposed))
            return result;
        WorkerConnection old = worker;
        if (await answered.TakeReserve().ConfigureAwait(false) is not { } reserve)
            return result;
        worker = reserve;
        await old.DisposeAsync().ConfigureAwait(false);
        return Endings.Replaced;
    }
}
