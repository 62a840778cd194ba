using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting.Worker;

namespace Backprop.Tests.Scripting;

/// <summary>Messages of the page, handled in the cells' turn.</summary>
public sealed class CommTests
{
    private const string Setup = """
        int count = 0;
        Comm.Accept("test.cell", (comm, data) => comm.Received = sent =>
        {
            count++;
            if (sent.ContainsKey("loop"))
                while (true) { }
            if (sent.ContainsKey("fail"))
                throw new FormatException("bad");
            comm.Send(new System.Text.Json.Nodes.JsonObject { ["n"] = count });
        });
        """;

    [Fact]
    public async Task A_message_runs_the_cells_own_function()
    {
        await using var session = new CSharpSession(new SessionOptions());
        await Talk(session, Setup);
        Assert.Equal(2, (int)(await Talk(session, null, "{}", "{}"))[^1].Data["n"]!);
    }

    [Fact]
    public async Task A_message_that_fails_is_an_error_and_the_next_one_works()
    {
        await using var session = new CSharpSession(new SessionOptions());
        await Talk(session, Setup);
        await session.RunAsync(Open(), _ => { }, CancellationToken.None);
        CellResult result = await session.RunAsync(Sent("""{"fail":1}"""), _ => { }, CancellationToken.None);
        Assert.Equal((CellStatus.Failed, "FormatException"), (result.Status, result.Error!.Name));
        Assert.Equal(CellStatus.Ok, (await session.RunAsync(Sent("{}"), _ => { }, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_message_can_be_interrupted()
    {
        await using var session = new CSharpSession(new SessionOptions());
        await Talk(session, Setup);
        await session.RunAsync(Open(), _ => { }, CancellationToken.None);
        Task<CellResult> run = session.RunAsync(Sent("""{"loop":1}"""), _ => { }, CancellationToken.None);
        await Task.Delay(50);
        session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await run.WaitAsync(TimeSpan.FromSeconds(60))).Status);
    }

    [Fact]
    public async Task A_worker_takes_messages_too()
    {
        await using WorkerClient worker = WorkerClient.Start(Workers.Command);
        await Talk(worker, Setup);
        List<CommMessage> said = await Talk(worker, null, "{}", "{}");
        Assert.Equal((CommStep.Send, "c", 2), (said[^1].Step, said[^1].CommId, (int)said[^1].Data["n"]!));
    }

    private static Cell Open() => new("", "a widget") { Comm = new CommMessage(CommStep.Open, "c", "test.cell", []) };

    private static Cell Sent(string data) => new("", "a widget")
    {
        Comm = new CommMessage(CommStep.Send, "c", "", JsonNode.Parse(data)!.AsObject()),
    };

    private static async Task<List<CommMessage>> Talk(ICellRunner runner, string? code, params string[] sent)
    {
        var said = new List<CommMessage>();
        Cell[] cells = code is not null ? [new Cell(code, "cell")] : [Open(), .. sent.Select(Sent)];
        foreach (Cell cell in cells)
        {
            CellResult result = await runner.RunAsync(cell, output =>
            {
                if (output is CommOutput comm)
                    said.Add(comm.Message);
            }, CancellationToken.None);
            Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
        }
        return said;
    }
}
