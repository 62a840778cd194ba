using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class CellOutputTests
{
    [Fact]
    public async Task Text_errors_and_displays_arrive_in_the_order_in_which_they_were_made()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            Console.Write("a");
            Console.Error.Write("b");
            display(1);
            Console.Write("c");
            "x".Display();
            Console.Write("d");
            """);
        Assert.Equal(["out a", "err b", "1", "out c", "x", "out d"], session.Outputs.Select(Label));
    }

    [Fact]
    public async Task Output_arrives_while_the_cell_runs()
    {
        await using var session = new NotebookSession();
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.flag");
        Task<CellResult> run = session.Run(
            $"Console.Write(\"ready\"); while (!File.Exists(\"{file}\")) await Task.Delay(5); File.Delete(\"{file}\");",
            _ => File.WriteAllText(file, ""));
        Assert.Equal(CellStatus.Ok, (await run).Status);
        Assert.Equal("ready", session.Out);
    }

    [Theory]
    [InlineData("Console.WriteLine();", "\n")]
    [InlineData("Console.WriteLine(1.5);", "1.5\n")]
    [InlineData("Console.WriteLine(\"{0:F2} {1}\", Math.PI, 'x');", "3.14 x\n")]
    [InlineData("Console.WriteLine(new[] { 'a', 'b' });", "ab\n")]
    [InlineData("Console.Write('é'); Console.Write((object)null); Console.Write(true);", "éTrue")]
    [InlineData("await Console.Out.WriteLineAsync(\"async\"); Console.Out.Flush();", "async\n")]
    [InlineData("Console.Write(\"日本 🙂 \\u0000 \\r\\n\");", "日本 🙂 \0 \r\n")]
    public async Task Every_way_to_print_prints(string code, string text)
    {
        await using var session = new NotebookSession();
        await session.Value(code);
        Assert.Equal(text, session.Out);
    }

    [Fact]
    public async Task Threads_and_tasks_of_a_cell_print_into_their_session()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            await Task.Run(() => Console.Write("task "));
            var thread = new System.Threading.Thread(() => Console.Write("thread "));
            thread.Start(); thread.Join();
            Parallel.For(0, 3, _ => Console.Write("p"));
            """);
        Assert.Equal("task thread ppp", session.Out);
    }

    [Fact]
    public async Task What_a_forgotten_task_prints_between_two_cells_shows_under_the_next()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            var go = new TaskCompletionSource();
            var late = Task.Run(async () => { await go.Task; Console.Write("late"); });
            """);
        await session.Value("go.SetResult();");
        await session.Value("await late;");
        Assert.Equal("late", session.Out);
    }

    [Fact]
    public async Task Reading_the_keyboard_gives_the_end_of_input_and_says_why()
    {
        await using var session = new NotebookSession();
        Assert.Equal("True", await session.Value("Console.ReadLine() == null"));
        Assert.Contains("no keyboard", session.Err);
    }

    [Fact]
    public async Task A_listener_that_takes_five_megabytes_at_once_gets_them_whole()
    {
        await using var session = new NotebookSession();
        await session.Value("Console.Write(new string('x', 5_000_000));");
        Assert.Equal(5_000_000, session.Out.Length);
    }

    [Fact]
    public async Task The_console_still_works_after_an_exception_within_a_print()
    {
        await using var session = new NotebookSession();
        await session.Value("class Bad { public override string ToString() => throw new Exception(\"no text\"); }");
        Assert.Equal("no text", (await session.Error("Console.WriteLine(new Bad());")).Message);
        await session.Value("Console.Write(\"fine\");");
        Assert.Equal("fine", session.Out);
    }

    private static string Label(Output output) => output switch
    {
        StreamOutput stream => $"{(stream.IsError ? "err" : "out")} {stream.Text}",
        DisplayOutput display => display.Data.PlainText,
        _ => output.GetType().Name,
    };
}
