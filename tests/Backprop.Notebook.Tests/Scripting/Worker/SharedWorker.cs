using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

/// <summary>One worker for all tests of a class that leave it alive: starting one costs a second.</summary>
public sealed class SharedWorker : IAsyncDisposable, IAsyncLifetime
{
    private readonly WorkerClient worker = WorkerClient.Start(Workers.Command);

    /// <summary>A notebook of one's own in the worker; the variables of other tests are there too.</summary>
    internal NotebookSession Session() => new(worker);

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public ValueTask DisposeAsync() => worker.DisposeAsync();
}
