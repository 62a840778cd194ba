using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Runs cells in a worker process, so that whatever a cell does costs the worker and never this process. A cell that is
/// stopped, and one that ends the process, ends the session.
/// </summary>
/// <remarks>
/// A cell that is interrupted usually stops, and the session goes on. Where it has not after two seconds, it is told
/// what to do on its standard error, and another worker gets ready. A second interrupt then puts that one in the place
/// of the first: the variables are lost, and the cell ends as <see cref="CellStatus.Stopped"/>.
/// </remarks>
public sealed class WorkerClient : ICellRunner, ILanguageService
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private readonly Func<WorkerConnection> start;
    private WorkerConnection worker;
    private PendingInterrupt? interrupt;
    private bool isRunning;
    private bool isGivenUp;
    private bool disposed;

    private WorkerClient(Func<WorkerConnection> start)
    {
        this.start = start;
        worker = start();
    }

    /// <summary>Starts a worker. It gets ready while the host goes on.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="input">
    /// Asks the person for a line, where a cell reads the keyboard; null, also as its result, for nobody to ask.
    /// </param>
    /// <param name="takesLateOutput">
    /// Whether <see cref="RunAsync"/> may call <c>output</c> after the cell's end, for what its tasks and threads still
    /// show; else that waits for the next cell.
    /// </param>
    /// <exception cref="IOException">There is no such program, or no such folder.</exception>
    public static WorkerClient Start(
        WorkerCommand command,
        Func<InputQuestion, CancellationToken, Task<string?>>? input = null,
        bool takesLateOutput = false)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new WorkerClient(() => WorkerConnection.Start(command, input, takesLateOutput));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Text that the cell writes within 20 ms comes as one output. What <paramref name="output"/> throws ends the
    /// worker and is thrown here. What native code and child processes print comes too, but not in a strict order with
    /// the rest.
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
            if (!isRunning)
                return;
            if (interrupt is null)
            {
                worker.Interrupt();
                interrupt = new PendingInterrupt(worker, start);
            }
            else if (interrupt.HasTold && !isGivenUp)
            {
                isGivenUp = true;
                worker.End();
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Completions> CompleteAsync(string code, int cursor, CancellationToken stop)
    {
        var answer = await worker.LookUpAsync<Message.Completed>(
            id => new Message.Complete(id, code, cursor), stop).ConfigureAwait(false);
        return answer?.Completions ?? Completions.None(cursor);
    }

    /// <inheritdoc/>
    public async Task<MimeBundle?> InspectAsync(string code, int cursor, bool withSource, CancellationToken stop)
    {
        var answer = await worker.LookUpAsync<Message.Inspected>(
            id => new Message.Inspect(id, code, cursor, withSource), stop).ConfigureAwait(false);
        return answer?.Help;
    }

    /// <inheritdoc/>
    public async Task<Completeness> IsCompleteAsync(string code, CancellationToken stop)
    {
        var answer = await worker.LookUpAsync<Message.Judged>(
            id => new Message.IsComplete(id, code), stop).ConfigureAwait(false);
        return answer?.Completeness ?? new Completeness(CompletenessStatus.Unknown);
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
        lock (gate)
            isRunning = true;
        CellResult? result = null;
        try
        {
            result = await worker.RunAsync(cell, output, stop).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
                isRunning = false;
            if (interrupt is not null)
                result = await AnswerAsync(result).ConfigureAwait(false);
        }
        return result!;
    }

    // The cell has ended: by itself, or with its worker because it was given up.
    private async Task<CellResult?> AnswerAsync(CellResult? result)
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
