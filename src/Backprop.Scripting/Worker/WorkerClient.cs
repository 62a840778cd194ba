using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>
/// Runs cells in a worker process, so that whatever a cell does costs the worker and never this process. A cell that is
/// stopped, and one that ends the process, ends the session.
/// </summary>
public sealed class WorkerClient : ICellRunner
{
    private const int MostTextBetweenCells = 64 << 10;
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1);
    private readonly BoundedText betweenCells = new(MostTextBetweenCells);
    private readonly WorkerProcess process;
    private readonly Task gone;
    private Running? running;
    private int? leftWith;
    private string? protocolError;
    private string? endedBy;
    private bool disposed;

    private WorkerClient(WorkerCommand command)
    {
        process = WorkerProcess.Start(command, TakeRawOutput);
        Task read = Task.Factory.StartNew(
            Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // Where somebody else holds the pipe open, its end does not tell of the worker's.
        Task exited = process.Exited.ContinueWith(_ => Task.Delay(PipeGrace), TaskScheduler.Default).Unwrap();
        gone = Task.WhenAny(read, exited);
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
            if (stop.IsCancellationRequested)
                return Endings.Stopped;
            if (endedBy is not null)
                return Endings.SessionEnded(endedBy);
            if (gone.IsCompleted)
                return await ObituaryAsync("something between two cells").ConfigureAwait(false);
            return await RunHereAsync(cell, output, stop).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Interrupt() => throw new NotImplementedException();

    /// <summary>Ends the worker and the processes that its cells started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        process.End();
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            endedBy ??= "it was closed";
            await process.EndedAsync().ConfigureAwait(false);
            process.Dispose();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CellResult> RunHereAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        var batcher = new OutputBatcher(output, failed: process.End);
        var run = new Running(batcher);
        Begin(run);
        CellResult result;
        await using (stop.Register(process.End).ConfigureAwait(false))
        {
            Send(cell);
            await Task.WhenAny(run.Done.Task, gone).ConfigureAwait(false);
            result = run.Done.Task.IsCompletedSuccessfully
                ? run.Done.Task.Result
                : await ObituaryAsync(cell.Name).ConfigureAwait(false);
        }
        if (result.Status == CellStatus.Died && stop.IsCancellationRequested)
            (result, endedBy) = (Endings.Stopped, $"{cell.Name} was stopped");
        if (result.Status is CellStatus.Ok or CellStatus.Failed && process.ErrorText.Take() is { Length: > 0 } text)
            batcher.Add(new StreamOutput(text, IsError: true));
        Volatile.Write(ref running, null);
        await batcher.CompleteAsync().ConfigureAwait(false);
        return result;
    }

    private void Begin(Running run)
    {
        if (betweenCells.Take() is { Length: > 0 } late)
            run.Batcher.Add(new StreamOutput(late, IsError: false));
        Volatile.Write(ref running, run);
    }

    private void Send(Cell cell)
    {
        try
        {
            process.Messages.Send(new Message.Run(cell));
        }
        catch (IOException)
        {
            // The worker has just died; the end of its pipe says so too.
        }
    }

    private async Task<CellResult> ObituaryAsync(string during)
    {
        if (protocolError is not null)
            process.End();
        await process.EndedAsync().ConfigureAwait(false);
        CellResult result = Obituary.Write(process.ExitCode, leftWith, protocolError, process.ErrorText.Take());
        endedBy = $"{during} ended its process ({result.Error!.Name})";
        return result;
    }

    // The only reader of the pipe; ends with it.
    private void Read()
    {
        try
        {
            while (process.Messages.Receive() is { } message)
                Take(message);
        }
        catch (ProtocolException error)
        {
            protocolError = error.Message;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The pipe broke: as good as its end.
        }
    }

    private void Take(Message message)
    {
        switch (message)
        {
            case Message.Shown(var output):
                Volatile.Read(ref running)?.Batcher.Add(output);
                break;
            case Message.Ended(var result):
                Volatile.Read(ref running)?.Done.TrySetResult(result);
                break;
            case Message.Leaving(var code):
                leftWith = code;
                break;
            default:
                throw new ProtocolException($"A worker does not send {message.GetType().Name}.");
        }
    }

    private void TakeRawOutput(string text)
    {
        if (Volatile.Read(ref running) is { } run)
            run.Batcher.Add(new StreamOutput(text, IsError: false));
        else
            betweenCells.Append(text);
    }

    private sealed class Running(OutputBatcher batcher)
    {
        public OutputBatcher Batcher => batcher;

        public TaskCompletionSource<CellResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
