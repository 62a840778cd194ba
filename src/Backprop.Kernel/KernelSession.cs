using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary>
/// The session that the kernel's cells run in. When a cell has ended it (a crash, <c>Environment.Exit</c>), another one
/// takes its place.
/// </summary>
internal sealed class KernelSession : IAsyncDisposable
{
    private readonly Func<ICellRunner> start;
    private readonly Action<string> log;
    private readonly Lock gate = new();
    private Task<ICellRunner> runner;
    private bool closed;

    public KernelSession(Func<ICellRunner> start, Action<string> log)
    {
        (this.start, this.log) = (start, log);
        runner = Task.Run(start);
    }

    /// <summary>Who answers what people ask while they type; null while the session starts, or where nobody does.</summary>
    public ILanguageService? Language =>
        runner is { IsCompletedSuccessfully: true, Result: ILanguageService language } ? language : null;

    /// <summary>The same, once the session has started.</summary>
    public async Task<ILanguageService?> LanguageAsync()
    {
        try
        {
            return await runner as ILanguageService;
        }
        catch (IOException)
        {
            // It never started; the next cell says why.
            return null;
        }
    }

    /// <summary>Runs a cell to its end.</summary>
    public async Task<CellResult> RunAsync(Cell cell, Action<Output> output)
    {
        try
        {
            ICellRunner current = await runner;
            CellResult result = await current.RunAsync(cell, output, CancellationToken.None);
            if (result.Status == CellStatus.Died)
                await ReplaceAsync(current);
            return result;
        }
        catch (IOException error)
        {
            log(error.Message);
            lock (gate)
                runner = Task.Run(start);
            return new CellResult(
                CellStatus.Died, Error: new CellError("SessionLost", error.Message, null, [error.Message]));
        }
    }

    /// <summary>Asks the running cell to stop.</summary>
    public void Interrupt()
    {
        if (runner is { IsCompletedSuccessfully: true, Result: var current })
            current.Interrupt();
    }

    /// <summary>Ends the session, and what its cells started.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<ICellRunner> last;
        lock (gate)
            (closed, last) = (true, runner);
        try
        {
            await (await last).DisposeAsync();
        }
        catch (IOException)
        {
            // It never started.
        }
    }

    private async Task ReplaceAsync(ICellRunner old)
    {
        lock (gate)
        {
            if (closed)
                return;
            runner = Task.Run(start);
        }
        await old.DisposeAsync();
    }
}
