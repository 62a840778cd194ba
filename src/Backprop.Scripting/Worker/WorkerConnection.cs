using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>One worker as its host talks to it: runs cells there one after the other, and knows how it ended.</summary>
internal sealed class WorkerConnection : IAsyncDisposable
{
    private const int MostTextBetweenCells = 64 << 10;
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(1);

    private readonly Lock sending = new();
    private readonly BoundedText betweenCells = new(MostTextBetweenCells);
    private readonly WorkerProcess process;
    private readonly Task gone;
    private Running? running;
    private int? leftWith;
    private string? protocolError;
    private string? endedBy;

    private WorkerConnection(WorkerCommand command)
    {
        process = WorkerProcess.Start(command, TakeRawOutput);
        Task read = Task.Factory.StartNew(
            Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // Where somebody else holds the pipe open, its end does not tell of the worker's.
        Task exited = process.Exited.ContinueWith(_ => Task.Delay(PipeGrace), TaskScheduler.Default).Unwrap();
        gone = Task.WhenAny(read, exited);
    }

    /// <exception cref="IOException">There is no such program, or no such folder.</exception>
    public static WorkerConnection Start(WorkerCommand command) => new(command);

    /// <summary>Runs a cell. One at a time.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="batcher">Takes what it shows; it is completed by the caller.</param>
    /// <param name="stop">Ends the worker.</param>
    public async Task<CellResult> RunAsync(Cell cell, OutputBatcher batcher, CancellationToken stop)
    {
        if (endedBy is not null)
            return Endings.SessionEnded(endedBy);
        if (gone.IsCompleted)
            return await ObituaryAsync("something between two cells").ConfigureAwait(false);

        var run = new Running(batcher);
        CellResult result;
        await using (stop.Register(process.End).ConfigureAwait(false))
        {
            Begin(run, cell);
            await Task.WhenAny(run.Done.Task, gone).ConfigureAwait(false);
            result = run.Done.Task.IsCompletedSuccessfully
                ? run.Done.Task.Result
                : await ObituaryAsync(cell.Name).ConfigureAwait(false);
        }
        if (result.Status == CellStatus.Died && stop.IsCancellationRequested)
            (result, endedBy) = (Endings.Stopped, $"{cell.Name} was stopped");
        if (endedBy is null && process.ErrorText.Take() is { Length: > 0 } text)
            batcher.Add(new StreamOutput(text, IsError: true));
        lock (sending)
            Volatile.Write(ref running, null);
        return result;
    }

    /// <summary>Asks the running cell to stop; does nothing between cells.</summary>
    public void Interrupt()
    {
        // Under the lock, so that it neither overtakes its cell nor comes after the next one.
        lock (sending)
        {
            if (running is not null)
                Send(new Message.Interrupt());
        }
    }

    /// <summary>Ends the worker and the processes that its cells started; does not wait for it.</summary>
    public void End() => process.End();

    /// <summary>Ends the worker and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        process.End();
        endedBy ??= "it was closed";
        await process.EndedAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private void Begin(Running run, Cell cell)
    {
        if (betweenCells.Take() is { Length: > 0 } late)
            run.Batcher.Add(new StreamOutput(late, IsError: false));
        lock (sending)
        {
            Volatile.Write(ref running, run);
            Send(new Message.Run(cell));
        }
    }

    private void Send(Message message)
    {
        try
        {
            process.Messages.Send(message);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
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
