namespace Backprop.Tests.Scripting.Interrupting;

/// <summary>One session for all cases of a class: whatever one of them breaks, the next ones find broken.</summary>
public sealed class SharedSession : IAsyncLifetime
{
    private readonly NotebookSession session = new();

    internal NotebookSession Session => session;

    public async Task InitializeAsync() => await session.Value("""
        long count = 0;
        var kept = new List<int>();
        IEnumerable<long> Long() { for (long i = 0; ; i++) yield return i; }
        """);

    public async Task DisposeAsync() => await session.DisposeAsync();
}
