using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Documents;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private string sessionFolder = "";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cells_run_in_order_in_one_session_in_the_notebooks_folder()
    {
        var session = FakeRunner.Of((code, _) => FakeRunner.Value($"<{code}>"));

        NotebookRun run = await Run(session, Ipynb.Text("# T"), Ipynb.Code("a"), Ipynb.Code("  \n"), Ipynb.Code("b"));

        Assert.Null(run.Failure);
        Assert.Equal(["a", "b"], session.Ran.Select(cell => cell.Code));
        Assert.Equal(["cell 1", "cell 2"], session.Ran.Select(cell => cell.Name));
        Assert.Equal([null, 1, null, 2], run.Notebook!.Cells.Select(cell => cell.ExecutionCount));
        var value = Assert.IsType<DisplayEntry>(Assert.Single(run.Notebook.Cells[3].Outputs));
        Assert.Equal(("<b>", 2), (value.Data.PlainText, value.Count));
        Assert.Equal(folder["in"], sessionFolder);
        Assert.True(session.IsDisposed);
    }

    [Fact]
    public async Task A_failing_cell_ends_the_notebook_and_is_named_with_line_and_message()
    {
        var session = FakeRunner.Of((code, output) =>
        {
            output(new StreamOutput("before", IsError: false));
            return code == "bad" ? FakeRunner.Failed("CompileError", "CS0103: no x\nmore", line: 3) : FakeRunner.Ok;
        });

        NotebookRun run = await Run(session, Ipynb.Code("good"), Ipynb.Code("bad"), Ipynb.Code("never"));

        Assert.Equal("in/a.ipynb: cell 2, line 3: CompileError: CS0103: no x", run.Failure!.Message);
        Assert.Equal(2, run.Failure.Cell);
        Assert.Equal(2, session.Ran.Count);
        Assert.Collection(run.Notebook!.Cells[1].Outputs,
            first => Assert.Equal("before", Assert.IsType<StreamEntry>(first).Text),
            second => Assert.Equal("CompileError", Assert.IsType<ErrorEntry>(second).Name));
        Assert.Empty(run.Notebook.Cells[2].Outputs);
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
        Assert.True(session.IsDisposed);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_may_fail_and_its_error_is_kept()
    {
        var session = FakeRunner.Of((code, _) => code == "bad" ? FakeRunner.Failed("E", "m") : FakeRunner.Ok);

        NotebookRun run = await Run(session, Ipynb.Code("bad", "", "raises-exception"), Ipynb.Code("next"));

        Assert.Null(run.Failure);
        Assert.IsType<ErrorEntry>(Assert.Single(run.Notebook!.Cells[0].Outputs));
        Assert.Equal(2, session.Ran.Count);
    }

    [Fact]
    public async Task A_tagged_cell_that_ends_the_session_ends_the_notebook()
    {
        var session = FakeRunner.Of((_, _) => new CellResult(CellStatus.Died));

        NotebookRun run = await Run(session, Ipynb.Code("bad", "", "raises-exception"), Ipynb.Code("next"));

        Assert.Equal("in/a.ipynb: cell 1: Died: The cell ended the process that ran it.", run.Failure!.Message);
        Assert.IsType<ErrorEntry>(Assert.Single(run.Notebook!.Cells[0].Outputs));
    }

    [Fact]
    public async Task An_endless_cell_is_stopped_after_its_time()
    {
        NotebookRun run = await Run(Endless(), TimeSpan.FromMilliseconds(20), Ipynb.Code("while (true) ;"));

        Assert.StartsWith("in/a.ipynb: cell 1: Timeout: The cell ran longer than 0.02 s and was stopped.",
            run.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal("Timeout", Assert.IsType<ErrorEntry>(run.Notebook!.Cells[0].Outputs[^1]).Name);
    }

    [Fact]
    public async Task Stopping_from_outside_ends_the_session_and_leaves_no_result()
    {
        FakeRunner session = Endless();
        using var stop = new CancellationTokenSource();
        var events = new Events(e =>
        {
            if (e is CellStarted)
                stop.CancelAfter(10);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Runner(session).RunAsync(Plan(Ipynb.Code("x")), events, stop.Token));

        Assert.True(session.IsDisposed);
    }

    [Fact]
    public async Task An_unreadable_notebook_is_a_failure_and_starts_no_session()
    {
        string path = folder.Write("in/a.ipynb", "no JSON");
        var planned = new PlannedNotebook(path, "in/a.ipynb", "a");

        NotebookRun run = await new NotebookRunner(_ => throw new InvalidOperationException()).RunAsync(planned);

        Assert.Null(run.Notebook);
        Assert.StartsWith("in/a.ipynb: is not JSON", run.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_an_earlier_run_are_dropped()
    {
        JsonObject old = Ipynb.Code("x");
        old["execution_count"] = 41;
        old["outputs"] = JsonNode.Parse("""[{"output_type":"stream","name":"stdout","text":"old"}]""");

        NotebookRun run = await Run(FakeRunner.Of((_, _) => FakeRunner.Failed("E", "m")), Ipynb.Code("bad"), old);

        Assert.Empty(run.Notebook!.Cells[1].Outputs);
        Assert.Null(run.Notebook.Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task Progress_tells_each_cell_and_the_end()
    {
        var seen = new List<RunEvent>();

        await Runner(FakeRunner.Of((_, _) => FakeRunner.Ok))
            .RunAsync(Plan(Ipynb.Code("a"), Ipynb.Text("t"), Ipynb.Code("b")), new Events(seen.Add));

        Assert.Collection(seen,
            e => Assert.Equal(2, Assert.IsType<NotebookStarted>(e).Cells),
            e => Assert.Equal((1, 2), (((CellStarted)e).Cell, ((CellStarted)e).Cells)),
            e => Assert.Equal((2, 2), (((CellStarted)e).Cell, ((CellStarted)e).Cells)),
            e => Assert.Null(Assert.IsType<NotebookEnded>(e).Result.Failure));
    }

    [Fact]
    public async Task A_cell_that_writes_without_end_is_stopped()
    {
        var session = new FakeRunner(async (_, output, stop) =>
        {
            while (!stop.IsCancellationRequested)
            {
                output(new StreamOutput(new string('x', 1000), IsError: false));
                await Task.Yield();
            }
            return new CellResult(CellStatus.Stopped);
        });
        var runner = new NotebookRunner(_ => session) { Limits = new OutputLimits(5_000, 50_000) };

        NotebookRun run = await runner.RunAsync(Plan(Ipynb.Code("print")));

        Assert.Equal("in/a.ipynb: cell 1: TooMuchOutput: The cell wrote more than 0.1 MB and was stopped. "
            + "Print less in its loop.", run.Failure!.Message);
        Assert.Equal(5_000, Assert.IsType<StreamEntry>(run.Notebook!.Cells[0].Outputs[0]).Text.Length);
    }

    private static FakeRunner Endless()
    {
        return new FakeRunner(async (_, _, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            return new CellResult(CellStatus.Stopped);
        });
    }

    private NotebookRunner Runner(FakeRunner session, TimeSpan? timeout = null)
    {
        return new NotebookRunner(where =>
        {
            sessionFolder = where;
            return session;
        })
        { CellTimeout = timeout };
    }

    private PlannedNotebook Plan(params JsonObject[] cells)
    {
        return new(folder.Write("in/a.ipynb", Ipynb.Of(cells)), "in/a.ipynb", "a");
    }

    private Task<NotebookRun> Run(FakeRunner session, params JsonObject[] cells) => Run(session, null, cells);

    private Task<NotebookRun> Run(FakeRunner session, TimeSpan? timeout, params JsonObject[] cells)
    {
        return Runner(session, timeout).RunAsync(Plan(cells));
    }

    private sealed class Events(Action<RunEvent> report) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => report(value);
    }
}
