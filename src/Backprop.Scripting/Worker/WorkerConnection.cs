using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>One worker as its host talks to it: runs cells there one after the other, and knows how it ended.</summary>
internal sealed class WorkerConnection : IAsyncDisposable
{
    private const int MostTextBetweenCells = 64 << 10;
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(1);

    private readonly Lock sending = new();
    private readonly OutputBatcher batcher = new();
    private readonly OutputTargets targets = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Func<InputQuestion, CancellationToken, Task<string?>>? input;
    private readonly bool takesLateOutput;
    private readonly BoundedText betweenCells = new(MostTextBetweenCells);
    private readonly WorkerProcess process;
    private readonly OpenQuestions questions;
    private readonly Task gone;
    private Running? running;
    private int? leftWith;
    private string? protocolError;
    private string? endedBy;

    private WorkerConnection(
        WorkerCommand command, Func<InputQuestion, CancellationToken, Task<string?>>? input, bool takesLateOutput)
    {
        (this.input, this.takesLateOutput) = (input, takesLateOutput);
        process = WorkerProcess.Start(command, TakeRawOutput);
        questions = new OpenQuestions(process.Messages.Send);
        Task read = Task.Factory.StartNew(
            Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // Where somebody else holds the pipe open, its end does not tell of the worker's.
        Task exited = process.Exited.ContinueWith(_ => Task.Delay(PipeGrace), TaskScheduler.Default).Unwrap();
        gone = Task.WhenAny(read, exited);
    }

    /// <param name="command">What to start.</param>
    /// <param name="input">Asks the person for a line; null, also as its result, for nobody to ask.</param>
    /// <param name="takesLateOutput">Whether what a cell shows after its end is wanted at once.</param>
    /// <exception cref="IOException">There is no such program, or no such folder.</exception>
    public static WorkerConnection Start(
        WorkerCommand command, Func<InputQuestion, CancellationToken, Task<string?>>? input, bool takesLateOutput) =>
        new(command, input, takesLateOutput);

    /// <summary>Runs a cell. One at a time.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="output">Takes what it shows.</param>
    /// <param name="stop">Ends the worker.</param>
    public async Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        if (endedBy is not null)
            return Endings.SessionEnded(endedBy);
        if (gone.IsCompleted)
            return await ObituaryAsync("something between two cells").ConfigureAwait(false);
        return await RunHereAsync(cell, output, stop).ConfigureAwait(false);
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

    /// <summary>Asks about a text that is being typed, also while a cell runs.</summary>
    /// <param name="question">The question with the id that it is given.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The answer; null where the worker ends before it answers.</returns>
    public Task<T?> LookUpAsync<T>(Func<int, Message.LanguageQuestion> question, CancellationToken stop)
        where T : Message.LanguageAnswer => questions.AskAsync<T>(question, gone, stop);

    /// <summary>Tells the person something, between what the running cell shows.</summary>
    public void Tell(string text)
    {
        if (Volatile.Read(ref running) is { } run)
            batcher.Add(run.Target, new StreamOutput(text, IsError: true));
    }

    /// <summary>Ends the worker and the processes that its cells started; does not wait for it.</summary>
    public void End() => process.End();

    /// <summary>Ends the worker and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        process.End();
        endedBy ??= "it was closed";
        await closing.CancelAsync().ConfigureAwait(false);
        batcher.Dispose();
        await process.EndedAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private async Task<CellResult> RunHereAsync(Cell cell, Action<Output> output, CancellationToken stop)
    {
        using Running run = Begin(output);
        CellResult result;
        await using (stop.Register(process.End).ConfigureAwait(false))
        {
            lock (sending)
            {
                Volatile.Write(ref running, run);
                Send(new Message.Run(cell, run.Number, takesLateOutput));
            }
            await Task.WhenAny(run.Done.Task, gone).ConfigureAwait(false);
            result = run.Done.Task.IsCompletedSuccessfully
                ? run.Done.Task.Result
                : await ObituaryAsync(cell.Name).ConfigureAwait(false);
        }
        if (result.Status == CellStatus.Died && stop.IsCancellationRequested)
            (result, endedBy) = (Endings.Stopped, $"{cell.Name} was stopped");
        if (endedBy is null && process.ErrorText.Take() is { Length: > 0 } text)
            batcher.Add(run.Target, new StreamOutput(text, IsError: true));
        lock (sending)
            Volatile.Write(ref running, null);
        await run.EndAsync().ConfigureAwait(false);
        await batcher.FlushAsync().ConfigureAwait(false);
        run.Target.ThrowIfFailed();
        return result;
    }

    private Running Begin(Action<Output> output)
    {
        var target = new OutputTarget(output, failed: process.End);
        var run = new Running(target, targets.Add(target, isKept: takesLateOutput));
        if (betweenCells.Take() is { Length: > 0 } late)
            batcher.Add(target, new StreamOutput(late, IsError: false));
        return run;
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
                Show(output);
                break;
            case Message.Source(var run):
                targets.Choose(run);
                break;
            case Message.InputWanted(var question, var asked):
                _ = AskAsync(question, asked);
                break;
            case Message.Ended(var result):
                Volatile.Read(ref running)?.Done.TrySetResult(result);
                break;
            case Message.LanguageAnswer answer:
                questions.Take(answer);
                break;
            case Message.Leaving(var code):
                leftWith = code;
                break;
            default:
                throw new ProtocolException($"A worker does not send {message.GetType().Name}.");
        }
    }

    private void Show(Output output)
    {
        if (targets.Chosen is { } target)
            batcher.Add(target, output);
    }

    // What the cell printed before stands there when the question is asked.
    private async Task AskAsync(int question, InputQuestion asked)
    {
        string? text = null;
        try
        {
            await batcher.FlushAsync().ConfigureAwait(false);
            if (input is not null)
                text = await input(asked, Volatile.Read(ref running)?.Ended ?? closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The session closes, or the cell that asks was interrupted: no answer.
        }
        Send(new Message.InputGiven(question, text));
    }

    private void TakeRawOutput(string text)
    {
        if ((Volatile.Read(ref running)?.Target ?? targets.Last) is { } target)
            batcher.Add(target, new StreamOutput(text, IsError: false));
        else
            betweenCells.Append(text);
    }

    private sealed class Running(OutputTarget target, int number) : IDisposable
    {
        private readonly CancellationTokenSource ended = new();

        public OutputTarget Target => target;

        public int Number => number;

        public TaskCompletionSource<CellResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Cancelled when the cell has ended: then nobody waits for a line from the keyboard.</summary>
        public CancellationToken Ended => ended.Token;

        public Task EndAsync() => ended.CancelAsync();

        public void Dispose() => ended.Dispose();
    }
}
