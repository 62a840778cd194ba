using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class CellAwaitTests
{
    [Fact]
    public async Task A_cell_goes_on_where_it_was_after_an_await()
    {
        await using var session = new NotebookSession();
        Assert.Equal("True", await session.Value("""
            int before = Environment.CurrentManagedThreadId;
            await Task.Delay(5);
            await Task.Yield();
            await Task.Run(() => 1);
            before == Environment.CurrentManagedThreadId
            """));
    }

    [Theory]
    [InlineData("Later().Result", "10")]
    [InlineData("var t = Later(); t.Wait(); t.Result", "10")]
    [InlineData("Task.WhenAll(Later(), Later()).Result.Sum()", "20")]
    [InlineData("await Blocking()", "10")]
    public async Task Blocking_on_a_task_does_not_hang(string code, string value)
    {
        await using var session = new NotebookSession();
        await session.Value("async Task<int> Later() { await Task.Delay(1); await Task.Yield(); return 10; }");
        await session.Value("async Task<int> Blocking() { await Task.Yield(); return Later().Result; }");
        Task<string?> run = session.Value(code);
        Assert.Same(run, await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(60))));
        Assert.Equal(value, await run);
    }

    [Fact]
    public async Task Many_short_awaits_and_parallel_work_come_to_their_end()
    {
        await using var session = new NotebookSession();
        Assert.Equal("20000", await session.Value("""
            int n = 0;
            for (int i = 0; i < 20_000; i++) { await Task.Yield(); n++; }
            n
            """));
        Assert.Equal("1000", await session.Value("""
            int m = 0;
            async Task Count(int i) { await Task.Delay(i % 3); System.Threading.Interlocked.Increment(ref m); }
            await Task.WhenAll(Enumerable.Range(0, 1000).Select(Count));
            m
            """));
    }

    [Fact]
    public async Task An_exception_after_an_await_names_its_line()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("await Task.Yield();\nvar list = new List<int>();\nlist[3] = 1;");
        Assert.Equal(("ArgumentOutOfRangeException", 3), (error.Name, error.Line));
    }

    [Theory]
    [InlineData("await Task.Delay(5000);")]
    [InlineData("System.Threading.Thread.Sleep(200); await Task.Delay(5000);")]
    public async Task An_exception_of_an_async_void_function_fails_the_cell_and_not_the_process(string meanwhile)
    {
        await using var session = new NotebookSession();
        await session.Value("async void Fire() { await Task.Yield(); throw new Exception(\"lost\"); }");
        CellError error = await session.Error($"Fire();\n{meanwhile}");
        Assert.Equal("lost", error.Message);
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task A_deep_recursion_fits_into_the_cells_stack_also_after_an_await()
    {
        await using var session = new NotebookSession();
        Assert.Equal("60000", await session.Value("""
            int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);
            await Task.Delay(2);
            Depth(60_000)
            """));
    }
}
