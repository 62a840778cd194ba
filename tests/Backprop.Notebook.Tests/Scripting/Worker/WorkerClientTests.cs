using System.Diagnostics;
using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class WorkerClientTests(SharedWorker shared) : IClassFixture<SharedWorker>
{
    [Fact]
    public async Task A_worker_runs_cells_as_a_session_does()
    {
        NotebookSession session = shared.Session();
        Assert.Equal("2", await session.Value("var two = 1 + 1; two"));
        Assert.Equal("4", await session.Value("await Task.FromResult(two * 2)"));
        Assert.Null(await session.Value("int Third(int x) => 3 / x;"));

        CellError compile = await session.Error("\nvar a = tow;");
        Assert.Equal(("CompileError", 2), (compile.Name, compile.Line));
        Assert.Contains("Did you mean `two`?", compile.Message);
        CellError thrown = await session.Error("Third(0)");
        Assert.Equal("DivideByZeroException: Attempted to divide by zero.", thrown.Traceback[0]);
        Assert.Equal("  cell 3, line 1, in Third", thrown.Traceback[1]);

        Assert.Equal("True", await session.Value("Console.ReadLine() == null"));
        Assert.Equal(AppContext.BaseDirectory.TrimEnd('/', '\\'), await session.Value("Environment.CurrentDirectory"));
        Assert.Equal("null", await session.Value("Environment.GetEnvironmentVariable(\"BACKPROP_WORKER_PIPES\")"));
    }

    [Fact]
    public async Task Outputs_arrive_whole_and_in_order()
    {
        NotebookSession session = shared.Session();
        await session.Value("""
            using System.Text.Json.Nodes;
            Console.Write("é日🙂 "); Console.Error.Write("err"); display(1);
            var bundle = new MimeBundle { Metadata = { ["alt"] = "a figure" } };
            bundle.Add("text/plain", "text").Add("application/json", JsonNode.Parse("{\"a\":[1,null]}"));
            var handle = display(bundle); handle.Update(2); clearOutput(wait: true);
            Console.Write("half a pair: \ud800.");
            """);
        Assert.Collection(
            session.Outputs,
            o => Assert.Equal(new StreamOutput("é日🙂 ", IsError: false), o),
            o => Assert.Equal(new StreamOutput("err", IsError: true), o),
            o => Assert.Equal("1", Assert.IsType<DisplayOutput>(o).Data.PlainText),
            o =>
            {
                MimeBundle data = Assert.IsType<DisplayOutput>(o).Data;
                Assert.Equal("""{"a":[1,null]}""", ((JsonNode)data.Formats["application/json"]).ToJsonString());
                Assert.Equal("a figure", (string?)data.Metadata["alt"]);
            },
            o => Assert.Equal(Assert.IsType<DisplayOutput>(session.Outputs[3]).Id, Assert.IsType<UpdateOutput>(o).Id),
            o => Assert.True(Assert.IsType<ClearOutput>(o).Wait),
            o => Assert.Equal(new StreamOutput("half a pair: \ufffd.", IsError: false), o));
    }

    [Fact]
    public async Task Large_outputs_arrive_and_too_large_ones_are_named()
    {
        NotebookSession session = shared.Session();
        Assert.Equal("5000000", await session.Value("""
            var s = new string('é', 5_000_000);
            Console.Write(s);
            display(new MimeBundle().Add("text/plain", s));
            s.Length
            """));
        Assert.Equal(new string('é', 5_000_000), session.Out);
        Assert.Equal(5_000_000, session.Outputs.OfType<DisplayOutput>().Single().Data.PlainText.Length);

        await session.Value("var huge = new MimeBundle().Add(\"text/plain\", new string('x', 140_000_000));");
        await session.Value("display(huge);");
        Assert.Contains("above 128 MB", session.Err);
        Assert.Contains("above 128 MB", await session.Value("huge"));
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task What_JSON_cannot_hold_fails_the_cell_and_not_the_worker()
    {
        NotebookSession session = shared.Session();
        await session.Value("""
            using System.Text.Json.Nodes;
            var bundle = new MimeBundle().Add("application/json", JsonValue.Create(double.NaN));
            """);
        await session.Error("display(bundle);");
        CellError error = await session.Error("bundle");
        Assert.Contains("cannot be shown", error.Message);
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task Ten_thousand_printed_lines_arrive_in_few_outputs()
    {
        NotebookSession session = shared.Session();
        await session.Value("for (int i = 0; i < 10_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), session.Out);
        Assert.InRange(session.Outputs.Count, 1, 2000);
    }

    [Fact]
    public async Task The_first_cells_agree_on_their_types_while_the_worker_still_warms_up()
    {
        await using var session = Workers.Start();
        await session.Value("var list = new List<byte[]>();");
        Assert.Equal("1", await session.Value("list.Add(new byte[1]); list.Count"));
    }

    [Fact]
    public async Task Two_workers_at_once_do_not_see_each_other()
    {
        await using var one = Workers.Start();
        await using var two = Workers.Start();
        await Task.WhenAll(one.Value("int who = 1;"), two.Value("int who = 2;"));
        Assert.Equal(new string?[] { "1", "2" }, await Task.WhenAll(one.Value("who"), two.Value("who")));
    }

    [Fact]
    public async Task Cells_started_at_once_run_one_after_the_other()
    {
        NotebookSession session = shared.Session();
        await session.Value("int running = 0, most = 0;");
        Task<CellResult>[] runs = [.. Enumerable.Range(0, 5).Select(_ =>
            session.Run("running++; most = Math.Max(most, running); await Task.Delay(5); running--;"))];
        Assert.All(await Task.WhenAll(runs), result => Assert.Equal(CellStatus.Ok, result.Status));
        Assert.Equal("1", await session.Value("most"));
    }

    [Fact]
    public async Task Numbers_look_the_same_in_a_Turkish_worker()
    {
        await using var session = Workers.Start(new() { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" });
        Assert.Equal("1.5 TITLE", await session.Value("$\"{1.5} {\"title\".ToUpper()}\""));
        Assert.Equal(2, (await session.Error("var x = 1;\nx = misssing;")).Line);
    }

    [Fact]
    public async Task What_a_child_process_prints_is_shown_and_harms_no_message()
    {
        if (OperatingSystem.IsWindows())
            return;
        NotebookSession session = shared.Session();
        await session.Value("""
            for (int i = 0; i < 20; i++)
            {
                Console.Write(".");
                Process.Start("sh", ["-c", "echo child; echo oops >&2"]).WaitForExit();
            }
            using (var raw = Console.OpenStandardOutput()) raw.Write("raw"u8);
            """);
        for (int i = 0; i < 100 && !session.Out.Contains("raw"); i++)
            await session.Value("await Task.Delay(10);");
        Assert.Equal(20, session.Out.Split("child").Length - 1);
        Assert.Equal(20, session.Out.Count(c => c == '.'));
        Assert.Contains("oops", session.Err);
    }

    [Fact]
    public async Task A_host_does_not_load_the_compiler()
    {
        using Process host = Workers.Host("20 + 1");
        string printed = await host.StandardOutput.ReadToEndAsync();
        Assert.Equal("21\n", printed.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_listener_that_throws_ends_the_cell_and_its_exception_arrives()
    {
        await using var session = Workers.Start();
        const string Code = "while (true) Console.WriteLine(1);";
        Task<CellResult> run = session.Run(Code, _ => throw new IOException("disk full"));
        Assert.Equal("disk full", (await Assert.ThrowsAsync<IOException>(() => run)).Message);
        Assert.Equal("SessionEnded", (await session.Run("1")).Error!.Name);
    }

    [Theory]
    [InlineData("no-such-program", ".")]
    [InlineData("", "no such folder")]
    public void A_worker_that_cannot_start_says_why(string program, string folder)
    {
        var command = new WorkerCommand(program == "" ? Workers.Dotnet : program, [], Path.GetFullPath(folder));
        Assert.Contains("does not start", Assert.Throws<IOException>(() => WorkerClient.Start(command)).Message);
    }

    [Fact]
    public async Task What_a_person_types_arrives_in_the_cell_and_after_what_the_cell_had_printed()
    {
        var asked = new List<string>();
        var outputs = new List<Output>();
        Queue<string?> lines = new(["Ada", "x y", "secret", null]);
        await using var worker = WorkerClient.Start(Workers.Command, input: (question, _) =>
        {
            asked.Add($"{question.Prompt}{(question.IsPassword ? "*" : "")}|{outputs.Count}");
            return Task.FromResult(lines.Dequeue());
        });
        CellResult result = await worker.RunAsync(
            new Cell("""
                Console.Write("Name: ");
                var name = Console.ReadLine();
                int first = Console.Read(), second = Console.In.Peek();
                var rest = Console.ReadLine();
                $"{name}|{(char)first}{(char)second}|{rest}|{password("Key:")}|{Console.ReadLine() ?? "nobody"}"
                """, "cell 1"),
            outputs.Add, CancellationToken.None);
        Assert.Equal("Ada|x |  y|secret|nobody".Replace("  ", " "), result.Value?.PlainText);
        Assert.Equal(["|1", "|1", "Key:*|1", "|1"], asked);
        Assert.Contains("no keyboard", Assert.IsType<StreamOutput>(outputs[^1]).Text);
    }

    [Fact]
    public async Task Late_output_reaches_who_listened_to_its_own_cell()
    {
        await using var worker = WorkerClient.Start(Workers.Command, takesLateOutput: true);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Task<CellResult> Run(string name, string code) => worker.RunAsync(
            new Cell(code, name), o => heard.Enqueue($"{name}: {((StreamOutput)o).Text}"), CancellationToken.None);
        const string Late = "var go = new TaskCompletionSource(); _ = Task.Run(async () => "
            + "{ await go.Task; Console.Write(\"late\"); await Task.Delay(100); Console.Write(\"later\"); });";
        await Run("first", Late);
        await Run("second", "go.SetResult();");
        for (int i = 0; i < 3000 && heard.Count < 2; i++)
            await Task.Delay(10);
        Assert.Equal(["first: late", "first: later"], heard);
        await Run("third", "Console.Write(\"now\");");
        Assert.Equal("third: now", heard.Last());
    }
}
