using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class WorkerInterruptTests
{
    // Resists every interrupt: a wait of the system's own, in which no code of .NET runs.
    private const string Deaf = """
        [System.Runtime.InteropServices.DllImport("libc")] static extern uint sleep(uint seconds);
        Console.Write(Environment.ProcessId);
        sleep(600);
        """;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(600_000);")]
    [InlineData("await Task.Delay(600_000);")]
    [InlineData("while (true) Console.WriteLine(\"more\");")]
    [InlineData("new System.Threading.Thread(() => { while (true) { } }).Start(); while (true) { }")]
    [InlineData("async void Fire() { await Task.Yield(); while (true) { } }\nFire(); System.Threading.Thread.Sleep(-1);")]
    [InlineData("new System.Threading.Timer(_ => { while (true) { } }, null, 0, 5); System.Threading.Thread.Sleep(-1);")]
    public async Task A_cell_is_interrupted_in_its_worker_and_variables_stay(string code)
    {
        await using var session = Workers.Start();
        string worker = (await session.Value("int x = 41; Environment.ProcessId"))!;
        CellResult result = await session.Interrupted(code);
        Assert.Equal((CellStatus.Interrupted, "Interrupted"), (result.Status, result.Error!.Name));
        Assert.Equal("42", await session.Value("await Task.Delay(50); x + 1"));
        Assert.Equal(worker, await session.Value("Environment.ProcessId"));
        Assert.Equal("", session.Err);
    }

    [Fact]
    public async Task A_cell_that_has_not_begun_yet_is_interrupted_too()
    {
        await using var session = Workers.Start();
        Task<CellResult> run = session.Run("while (true) { }");
        session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await run.WaitAsync(TimeSpan.FromSeconds(60))).Status);
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task An_interrupt_between_two_cells_does_nothing()
    {
        await using var session = Workers.Start();
        for (int i = 0; i < 20; i++)
        {
            session.Interrupt();
            Assert.Equal("3", await session.Value("System.Threading.Thread.Sleep(1); int n = 0; while (n < 3) n++; n"));
        }
    }

    [Fact]
    public async Task A_cell_that_resists_is_told_about_and_a_second_interrupt_brings_a_new_worker()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var session = Workers.Start();
        await session.Value("int x = 41;");
        var told = new TaskCompletionSource();
        Task<CellResult> run = session.Run(Deaf, o => _ = o is StreamOutput { IsError: true } && told.TrySetResult());
        await Interrupt(session, began: () => session.Out.Length > 0, told.Task);
        Assert.Contains("Interrupt again", session.Err);
        int deaf = Workers.Number(session.Out);

        session.Interrupt();
        CellResult result = await run.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((CellStatus.Stopped, "Interrupted"), (result.Status, result.Error!.Name));
        Assert.Contains("variables are lost", result.Error.Message);
        Assert.True(await Workers.EndsAsync(deaf));
        Assert.StartsWith("The name 'x'", (await session.Error("x")).Message);
        Assert.Equal("2", await session.Value("int y = 1; y + 1"));
        Assert.Equal(CellStatus.Interrupted, (await session.Interrupted("while (true) { }")).Status);
        Assert.Equal("1", await session.Value("y"));
    }

    [Fact]
    public async Task A_cell_that_ends_after_all_keeps_its_variables_and_the_worker_in_reserve_goes()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string mark = Guid.NewGuid().ToString("N");
        await using var session = Workers.Start(new() { ["BACKPROP_MARK"] = mark });
        await session.Value("int x = 41;");
        int most = 0;
        Task<CellResult> run = session.Run(Deaf.Replace("600", "6", StringComparison.Ordinal));
        while (session.Out.Length == 0)
            await Task.Delay(20);
        session.Interrupt();
        for (; !run.IsCompleted; await Task.Delay(50))
            most = Math.Max(most, Workers.Marked(mark));
        CellResult result = await run;
        Assert.Equal((2, 1), (most, Workers.Marked(mark)));
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("41", await session.Value("x"));
        await session.DisposeAsync();
        Assert.Equal(0, Workers.Marked(mark));
    }

    [Fact]
    public async Task A_session_that_is_closed_while_an_interrupt_is_pending_leaves_no_process()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string mark = Guid.NewGuid().ToString("N");
        await using var session = Workers.Start(new() { ["BACKPROP_MARK"] = mark });
        var told = new TaskCompletionSource();
        Task<CellResult> run = session.Run(Deaf, o => _ = o is StreamOutput { IsError: true } && told.TrySetResult());
        await Interrupt(session, began: () => session.Out.Length > 0, told.Task);
        await session.DisposeAsync();
        Assert.Equal(CellStatus.Died, (await run.WaitAsync(TimeSpan.FromSeconds(60))).Status);
        Assert.Equal(0, Workers.Marked(mark));
    }

    // Twice, as an impatient person does it: within the first two seconds that is one interrupt.
    private static async Task Interrupt(NotebookSession session, Func<bool> began, Task told)
    {
        while (!began())
            await Task.Delay(20);
        session.Interrupt();
        session.Interrupt();
        await told.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
