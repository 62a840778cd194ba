using System.Diagnostics;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class WorkerDeathTests
{
    [Theory]
    [InlineData("class Node { Node next = new Node(); } new Node()", "StackOverflow", "called itself")]
    [InlineData("await Task.Run(() => Environment.Exit(0));", "EnvironmentExit", "Environment.Exit(0)")]
    [InlineData("Environment.FailFast(\"no way\");", "FailFast", "no way")]
    [InlineData("Process.GetCurrentProcess().Kill(); while (true) { }", "Killed", "killed")]
    public async Task A_cell_that_ends_the_process_is_told_in_plain_words_and_its_output_kept(
        string code, string name, string words)
    {
        await using var session = Workers.Start();
        await session.Value("using System.Threading; int x = 1;");
        CellResult result = await session.Run($"Console.Write(\"last words\"); display(7); {code}");
        Assert.Equal((CellStatus.Died, name), (result.Status, result.Error!.Name));
        Assert.Contains(words, result.Error.Message);
        Assert.DoesNotContain("   at ", string.Join('\n', result.Error.Traceback));
        Assert.Equal("last words", session.Out);
        Assert.Equal(2, session.Outputs.Count);

        CellResult next = await session.Run("x");
        Assert.Equal((CellStatus.Died, "SessionEnded"), (next.Status, next.Error!.Name));
        Assert.Contains(name, next.Error.Message);
    }

    [Fact]
    public async Task A_worker_that_dies_between_two_cells_is_missed_at_the_next()
    {
        await using var session = Workers.Start();
        int worker = Workers.Number((await session.Value("Environment.ProcessId"))!);
        using (Process process = Process.GetProcessById(worker))
            process.Kill();
        Assert.True(await Workers.EndsAsync(worker));
        CellResult next = await session.Run("1");
        Assert.Equal((CellStatus.Died, "Killed"), (next.Status, next.Error!.Name));
        Assert.Equal("SessionEnded", (await session.Run("1")).Error!.Name);
    }

    [Fact]
    public async Task Memory_that_runs_out_is_an_error_and_not_the_end_of_the_host()
    {
        await using var session = Workers.Start(new() { ["DOTNET_GCHeapHardLimit"] = "0x8000000" });
        await session.Value("var all = new List<byte[]>();");
        CellResult result = await session.Run("while (true) all.Add(new byte[1_000_000]);");
        Assert.True(result.Status is CellStatus.Failed or CellStatus.Died);
        // The runtime itself may fall when it cannot even allocate the exception: then the worker is gone.
        if (result.Status == CellStatus.Failed)
            Assert.StartsWith("OutOfMemory", result.Error!.Name, StringComparison.Ordinal);
        else
            Assert.Equal("SessionEnded", (await session.Run("1")).Error!.Name);
    }

    [Fact]
    public async Task A_program_that_is_no_worker_is_found_out()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string Script = "set -- $BACKPROP_WORKER_PIPES; printf 'Content-Length: 5' > /dev/fd/$2; exec sleep 600";
        await using var session = new NotebookSession(WorkerClient.Start(new WorkerCommand("sh", ["-c", Script], "/")));
        CellResult result = await session.Run("1");
        Assert.Equal((CellStatus.Died, "ProtocolError"), (result.Status, result.Error!.Name));
        Assert.Equal("SessionEnded", (await session.Run("1")).Error!.Name);
    }
}
