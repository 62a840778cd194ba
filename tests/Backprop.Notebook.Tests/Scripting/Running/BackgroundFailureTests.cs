using Backprop.Tests.Scripting.Worker;

namespace Backprop.Tests.Scripting.Running;

public sealed class BackgroundFailureTests(SharedWorker shared) : IClassFixture<SharedWorker>
{
    [Fact]
    public async Task A_thread_that_fails_is_told_with_its_line_and_costs_nothing()
    {
        NotebookSession session = shared.Session();
        await session.Value("int kept = 7; void Fall(int[] none) => none[3] = 1;");
        await session.Value("\nvar t = new System.Threading.Thread(() => Fall([]));\nt.Start(); t.Join();");
        Assert.StartsWith("A thread that a cell started has failed, and ended.\nIndexOutOfRangeException: ", session.Err, StringComparison.Ordinal);
        Assert.Contains("line 2, in a lambda", session.Err, StringComparison.Ordinal);
        Assert.Equal("7", await session.Value("kept"));
    }

    [Fact]
    public async Task An_async_void_function_that_fails_after_its_cell_costs_nothing()
    {
        NotebookSession session = shared.Session();
        await session.Value("async void Late() { await Task.Delay(20); throw new InvalidOperationException(\"late\"); } Late();");
        await session.Value("await Task.Delay(300);");
        Assert.Contains("InvalidOperationException: late", session.Err, StringComparison.Ordinal);
        Assert.Equal("2", await session.Value("1 + 1"));
    }
}
