using System.Runtime.InteropServices;

namespace Backprop.Kernel;

// Backprop.Kernel: Jupyter's kernel protocol around a C# session. It never sees a tensor, and no code of a cell runs in
// its process.

/// <summary>A Jupyter kernel.</summary>
public static class JupyterKernel
{
    /// <summary>
    /// Serves clients until one asks for the end, <paramref name="stop"/> or a signal does, or the parent process that
    /// Jupyter named is gone. SIGINT interrupts the running cell.
    /// </summary>
    /// <exception cref="KernelException">An address is taken, or not this machine's.</exception>
    public static async Task RunAsync(KernelOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The sockets first: clients wait for them, and the session takes its time.
        await using var channels = new KernelChannels(options.Connection, options.Log);
        using var stdin = new StdinChannel(channels, options.Log);
        await using var history = options.HistoryFile is { } file ? new HistoryFile(file) : null;
        await using var session = new KernelSession(() => options.StartSession(stdin.AskAsync), options.Log);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ending.Cancel();
        });
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            session.Interrupt();
        });

        var handlers = new KernelHandlers(options.Connection, session, channels, stdin, history);
        channels.Publish("status", default, new StatusContent("starting"));
        Task[] serving =
        [
            new RequestLoop(channels.Control, channels, handlers.Control, options.Log).RunAsync(ending.Token),
            new RequestLoop(channels.Shell, channels, handlers.Shell, options.Log).RunAsync(ending.Token),
            stdin.RunAsync(ending.Token),
            ParentProcess.GoneAsync(ending.Token),
        ];
        await Task.WhenAny(serving);
        await ending.CancelAsync();
        // A cell that still runs ends with its session, and then its request does.
        await session.DisposeAsync();
        await Task.WhenAll(serving);
    }
}
