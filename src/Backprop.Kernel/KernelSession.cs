using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Kernel;

/// <summary>
/// The session that the kernel's cells run in. When a cell has ended it (a crash, an interrupt that nothing gentler could
/// obey), another one takes its place.
/// </summary>
internal sealed class KernelSession : IAsyncDisposable
{
    private readonly Func<ICellRunner> start;
    private readonly Action<string> log;
    private readonly Lock gate = new();
    private Task<ICellRunner> runner;
    private CancellationTokenSource? running;
    private bool closed;

    public KernelSession(Func<ICellRunner> start, Action<string> log)
    {
        (this.start, this.log) = (start, log);
        runner = Task.Run(start);
    }

    /// <summary>Who answers what people ask while they type; null while the session starts, or where nobody does.</summary>
    public ILanguageService? Language =>
        runner is { IsCompletedSuccessfully: true, Result: ILanguageService language } ? language : null;

    /// <summary>Runs a cell to its end.</summary>
    public async Task<CellResult> RunAsync(Cell cell, Action<Output> output)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            Volatile.Write(ref running, stop);
            ICellRunner current = await runner;
            CellResult result = await current.RunAsync(cell, output, stop.Token);
            if (result.Status is CellStatus.Stopped or CellStatus.Died)
                await ReplaceAsync(current);
            return result.Status == CellStatus.Stopped ? Interrupted : result;
        }
        catch (IOException error)
        {
            log(error.Message);
            lock (gate)
                runner = Task.Run(start);
            return Failure("SessionLost", error.Message);
        }
        finally
        {
            Volatile.Write(ref running, null);
        }
    }

    /// <summary>Ends the running cell. Today that ends its session too.</summary>
    public void Interrupt()
    {
        try
        {
            Volatile.Read(ref running)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cell has just ended by itself.
        }
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

    private static CellResult Interrupted => Failure(
        "Interrupted",
        "The cell was interrupted, and its process with it. The session's variables are lost; "
            + "run the cells again from the top.");

    private static CellResult Failure(string name, string message) =>
        new(CellStatus.Failed, Error: new CellError(name, message, null, [message]));

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
