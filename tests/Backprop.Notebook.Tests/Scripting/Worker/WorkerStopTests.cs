using System.Diagnostics;
using System.Globalization;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class WorkerStopTests
{
    private const string Endless = "Console.Write(Environment.ProcessId); while (true) { }";

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) Console.WriteLine(\"more\");")]
    public async Task A_cell_is_stopped_whatever_it_does(string code)
    {
        await using var session = Workers.Start();
        using var stop = new CancellationTokenSource();
        CellResult result = await session.Run($"Console.Write(\"started\"); {code}", _ => stop.Cancel(), stop.Token);
        Assert.Equal(CellStatus.Stopped, result.Status);
        Assert.StartsWith("started", session.Out);
        CellResult next = await session.Run("1");
        Assert.Equal((CellStatus.Died, "SessionEnded"), (next.Status, next.Error!.Name));
        Assert.Contains("stopped", next.Error.Message);
    }

    [Fact]
    public async Task A_stop_before_the_start_runs_nothing_and_keeps_the_session()
    {
        await using var session = Workers.Start();
        await session.Value("int x = 1;");
        Assert.Equal(CellStatus.Stopped, (await session.Run("x = 2;", new CancellationToken(canceled: true))).Status);
        Assert.Equal("1", await session.Value("x"));
    }

    [Fact]
    public async Task A_cell_that_prints_without_end_waits_for_a_slow_listener()
    {
        await using var session = Workers.Start();
        string file = Path.GetTempFileName();
        using var stop = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        Task<CellResult> run = session.Run(
            $$"""
            string line = new string('x', 999);
            for (int i = 1; ; i++)
            {
                Console.WriteLine(line);
                if (i % 100 == 0) File.WriteAllText("{{file}}", i.ToString());
            }
            """,
            _ => release.Wait(),
            stop.Token);

        string before = "";
        for (string now = ""; now == "" || now != before; await Task.Delay(400))
            (before, now) = (now, File.ReadAllText(file));
        int kilobytes = int.Parse(before, CultureInfo.InvariantCulture);
        stop.Cancel();
        release.Set();
        Assert.Equal(CellStatus.Stopped, (await run).Status);
        Assert.InRange(kilobytes, 100, 8_000);
        File.Delete(file);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Processes_that_a_cell_started_end_with_the_session(bool byStop)
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var session = Workers.Start();
        int child = Workers.Number((await session.Value("Process.Start(\"sh\", [\"-c\", \"sleep 600; true\"]).Id"))!);
        using var stop = new CancellationTokenSource();
        if (byStop)
            await session.Run(Endless, _ => stop.Cancel(), stop.Token);
        else
            await session.DisposeAsync();
        Assert.True(await Workers.EndsAsync(child));
    }

    [Fact]
    public async Task Processes_that_a_cell_started_end_with_a_crash()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var session = Workers.Start();
        int child = Workers.Number((await session.Value("Process.Start(\"sleep\", \"600\").Id"))!);
        Assert.Equal(CellStatus.Died, (await session.Run("Environment.FailFast(\"x\");")).Status);
        Assert.True(await Workers.EndsAsync(child));
    }

    [Fact]
    public async Task A_worker_ends_with_its_killed_host_also_in_a_tight_loop_and_takes_its_children_along()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Process host = Workers.Host("""
            var child = Process.Start("sleep", "600");
            Console.WriteLine($"{Environment.ProcessId} {child.Id}");
            while (true) { }
            """);
        int[] ids = [.. (await host.StandardOutput.ReadLineAsync())!.Split(' ').Select(Workers.Number)];
        host.Kill();
        Assert.True(await Workers.EndsAsync(ids[0]), "the worker lives on");
        Assert.True(await Workers.EndsAsync(ids[1]), "its child lives on");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Endless)]
    public async Task A_worker_ends_with_its_pipe(string code)
    {
        var worker = WorkerProcess.Start(Workers.Command, _ => { });
        if (code != "")
        {
            worker.Messages.Send(new Message.Run(new Cell(code, "cell 1")));
            Assert.IsType<Message.Shown>(worker.Messages.Receive());
        }
        worker.Messages.Dispose();
        Assert.Same(worker.Exited, await Task.WhenAny(worker.Exited, Task.Delay(TimeSpan.FromSeconds(60))));
        worker.Dispose();
    }

    [Fact]
    public async Task A_worker_ends_on_a_message_that_no_host_sends()
    {
        var worker = WorkerProcess.Start(Workers.Command, _ => { });
        worker.Messages.Send(new Message.Leaving(1));
        Assert.Same(worker.Exited, await Task.WhenAny(worker.Exited, Task.Delay(TimeSpan.FromSeconds(60))));
        worker.Dispose();
    }

    [Fact]
    public async Task Ctrl_C_in_the_terminal_does_not_reach_the_worker()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var session = Workers.Start();
        string worker = (await session.Value("int x = 5; Environment.ProcessId"))!;
        using (var kill = Process.Start("kill", ["-INT", worker]))
            await kill.WaitForExitAsync();
        Assert.Equal("5", await session.Value("await Task.Delay(50); x"));
    }
}
