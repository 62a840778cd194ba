namespace Backprop.Kernel;

/// <summary>A kernel's sockets, loops and session together, from the first request to the last.</summary>
internal sealed class KernelServer : IAsyncDisposable
{
    private readonly KernelOptions options;
    private readonly KernelChannels channels;
    private readonly StdinChannel stdin;
    private readonly KernelSession session;
    private readonly HistoryFile? history;

    /// <summary>Opens the sockets and lets the session start.</summary>
    /// <exception cref="KernelException">An address is taken, or not this machine's.</exception>
    public KernelServer(KernelOptions options)
    {
        this.options = options = options with { Log = new BoundedLog(options.Log).Write };
        // The sockets first: clients wait for them, and the session takes its time.
        channels = new KernelChannels(options.Connection, options.Log);
        stdin = new StdinChannel(channels, options.Log);
        session = new KernelSession(() => options.StartSession(stdin.AskAsync), options.Log);
        history = options.HistoryFile is { } file ? new HistoryFile(file) : null;
    }

    /// <summary>What stuck clients have lost of what cells showed, in messages.</summary>
    public long Dropped => channels.Iopub.Dropped;

    /// <summary>Asks the running cell to stop.</summary>
    public void Interrupt() => session.Interrupt();

    /// <summary>Serves until a client asks for the end, or it is stopped.</summary>
    public async Task ServeAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var handlers = new KernelHandlers(options.Connection, session, channels, stdin, history);
        channels.Publish("status", default, new StatusContent("starting"));
        Task[] serving =
        [
            new RequestLoop(channels.Control, channels, handlers.Control, options.Log).RunAsync(ending.Token),
            new RequestLoop(channels.Shell, channels, handlers.Shell, options.Log).RunAsync(ending.Token),
            stdin.RunAsync(ending.Token),
        ];
        await Task.WhenAny(serving);
        await ending.CancelAsync();
        // A cell that still runs ends with its session, and then its request does.
        await session.DisposeAsync();
        await Task.WhenAll(serving);
    }

    /// <summary>Ends the session, sends and writes what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        if (history is not null)
            await history.DisposeAsync();
        stdin.Dispose();
        await channels.DisposeAsync();
    }
}
