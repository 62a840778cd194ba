using Backprop.Display;

namespace Backprop.Scripting;

// Backprop.Scripting: runs C# cells, in this process (CSharpSession) or in a worker (Worker/WorkerClient).
// It knows no Jupyter and no tensor.

/// <summary>Runs cells in this process. What a cell declares, later cells see.</summary>
/// <remarks>
/// Nothing here ends a cell that resists even an interrupt: a cell that is stopped is left running and the session is
/// lost. Hosts use <see cref="WorkerClient"/>, which runs a session in a process of its own.
/// </remarks>
public sealed class CSharpSession : ICellRunner, ILanguageService
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly CellSources sources = new();
    private readonly CellOutput console = new();
    private readonly SubmissionChain chain;
    private readonly RuntimeErrors errors;
    private readonly SessionDirectives directives;
    private readonly SessionOptions options;
    private CellInterrupter? running;
    private bool lost;

    /// <summary>
    /// Starts a session. From then on it takes over the console of the process for the code of its cells.
    /// </summary>
    public CSharpSession(SessionOptions options)
        : this(options, new CellReferences(options.References))
    {
    }

    internal CSharpSession(SessionOptions options, CellReferences references)
    {
        this.options = options;
        directives = new SessionDirectives(options.Directives);
        chain = new SubmissionChain(options, references, sources);
        errors = new RuntimeErrors(sources, chain.Symbols);
        Language = new LanguageService(options, references, chain, sources, directives);
        ConsoleCapture.Install();
        BackgroundFailures.Watch(errors);
    }

    /// <summary>What may be asked while a cell runs.</summary>
    internal LanguageService Language { get; }

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(Cell cell, Action<Output> output, CancellationToken stop) =>
        RunAsync(cell, output, new CellInterrupter(), stop);

    /// <inheritdoc/>
    public void Interrupt() => Volatile.Read(ref running)?.Ask();

    /// <summary>Outputs of code that runs outside a cell's own context, such as on threads without one.</summary>
    internal void Publish(Output output) => console.Publish(output);

    internal async Task<CellResult> RunAsync(
        Cell cell, Action<Output> output, CellInterrupter interrupter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(output);
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (lost)
                return Endings.SessionEnded("a cell was stopped");
            if (stop.IsCancellationRequested)
                return Endings.Stopped;
            console.Begin(output);
            Volatile.Write(ref running, interrupter);
            Task<CellResult> run = CellThread.Run(cell.Name, () => Run(cell, output, interrupter));
            var stopped = new TaskCompletionSource();
            await using CancellationTokenRegistration registration = stop.Register(() => stopped.TrySetResult());
            if (await Task.WhenAny(run, stopped.Task).ConfigureAwait(false) == run)
                return await run.ConfigureAwait(false);
            lost = true;
            console.Close();
            return Endings.Stopped;
        }
        finally
        {
            Volatile.Write(ref running, null);
            console.End();
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<Completions> CompleteAsync(string code, int cursor, CancellationToken stop) =>
        Task.Run(() => Language.Complete(code, cursor), stop);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int cursor, bool withSource, CancellationToken stop) =>
        Task.Run(() => Language.Inspect(code, cursor, withSource), stop);

    /// <inheritdoc/>
    public Task<Completeness> IsCompleteAsync(string code, CancellationToken stop) =>
        Task.Run(() => Language.IsComplete(code), stop);

    /// <summary>
    /// Whether what a cell shows after its end goes on to who listened to it; else it waits for the next cell.
    /// </summary>
    internal bool SendsLateOutput
    {
        set => console.IsLive = value;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        console.Close();
        return ValueTask.CompletedTask;
    }

    private CellResult Run(Cell cell, Action<Output> output, CellInterrupter interrupter)
    {
        using IDisposable sink = OutputSink.Use(console.SinkFor(output));
        var script = new CellScript(chain, directives, errors, options.Folder, interrupter);
        CellValue last = default;
        MimeBundle? shown = null;
        Exception? thrown = null;
        try
        {
            using var pump = new CellPump();
            interrupter.Begin(pump);
            last = pump.Run(() => script.Run(cell));
            shown = last.IsShown ? LiveCharts.Leaving(Formatter.ToBundle(last.Value)) : null;
        }
        catch (Exception exception)
        {
            thrown = exception;
        }
        if (interrupter.End())
            return new CellResult(CellStatus.Interrupted, Error: errors.DescribeInterrupt(thrown, cell.Name));
        return thrown switch
        {
            null => new CellResult(CellStatus.Ok, shown is { Formats.Count: > 0 } ? shown : null),
            CellFailure failure => new CellResult(CellStatus.Failed, Error: failure.Error),

            // The value's formatter failed, or a function that nobody awaits.
            _ => new CellResult(
                CellStatus.Failed, Error: errors.Describe(thrown, last.From?.Path ?? "", last.From?.ValueLine)),
        };
    }
}
