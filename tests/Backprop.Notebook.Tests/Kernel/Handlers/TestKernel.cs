using System.Collections.Concurrent;
using Backprop.Kernel;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Kernel.Handlers;

/// <summary>A kernel in this process, on Unix sockets, with a session that only pretends.</summary>
internal sealed class TestKernel : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly CancellationTokenSource ending = new();
    private readonly KernelServer server;
    private int clients;

    public TestKernel()
    {
        string place = Path.Combine(Path.GetTempPath(), $"k{Guid.NewGuid():N}");
        File = new ConnectionFile(place, "secret", 1, 2, 3, 4, 5, Transport: "ipc");
        server = new KernelServer(new KernelOptions(File, Start)
        {
            HistoryFile = folder["history.jsonl"],
            Log = Log.Enqueue,
        });
        Serving = Task.Run(() => server.ServeAsync(ending.Token));
    }

    public ConnectionFile File { get; }

    public Task Serving { get; }

    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>The sessions that were started, the newest last.</summary>
    public ConcurrentQueue<FakeSession> Sessions { get; } = [];

    public FakeSession Session => Sessions.Last();

    public long Dropped => server.Dropped;

    public Task<KernelClient> ConnectAsync() => KernelClient.ConnectAsync(File, $"client-{++clients}");

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Serving;
        await server.DisposeAsync();
        ending.Dispose();
        folder.Dispose();
    }

    private FakeSession Start(AskPerson ask)
    {
        var session = new FakeSession(ask);
        Sessions.Enqueue(session);
        return session;
    }
}
