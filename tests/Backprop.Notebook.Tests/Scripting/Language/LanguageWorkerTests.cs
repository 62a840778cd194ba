using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting.Worker;

namespace Backprop.Tests.Scripting.Language;

public sealed class LanguageWorkerTests
{
    [Fact]
    public async Task A_worker_answers_while_a_cell_runs()
    {
        await using var worker = WorkerClient.Start(Workers.Command);
        await Run(worker, "/// <summary>Adds.</summary>\nint Add(int a) => a; var list = new List<int> { 1 };");
        var started = new TaskCompletionSource();
        Task<CellResult> busy = worker.RunAsync(
            new Cell("Console.Write(1); while (list.Count == 1) { }", "busy"),
            _ => started.TrySetResult(),
            CancellationToken.None);
        await started.Task;

        Completions found = await worker.CompleteAsync("list.Cou", 8, CancellationToken.None);
        Assert.Equal(new Completion("Count", CompletionKind.Property, "int List<int>.Count { get; }"), found.Items[0]);
        Assert.Equal((5, 8), (found.Start, found.End));
        MimeBundle? help = await worker.InspectAsync("Add(", 4, withSource: true, CancellationToken.None);
        Assert.Contains("Adds.", help!.PlainText);
        Assert.Contains("Adds.", (string)help.Formats[MimeBundle.Html]);
        Assert.Null(await worker.InspectAsync("unknown", 3, withSource: false, CancellationToken.None));
        Completeness whole = await worker.IsCompleteAsync("if (true) {", CancellationToken.None);
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, "    "), whole);
        Assert.False(busy.IsCompleted);
    }

    [Fact]
    public async Task Questions_at_once_each_get_their_own_answer()
    {
        await using var worker = WorkerClient.Start(Workers.Command);
        string[] names = ["Write", "WriteLine", "ReadLine", "Beep", "Clear"];
        Completions[] found = await Task.WhenAll(names.Select(name =>
            worker.CompleteAsync($"Console.{name}", 8 + name.Length, CancellationToken.None)));
        Assert.Equal(names, found.Select(f => f.Items[0].Text));
    }

    [Fact]
    public async Task A_worker_that_ends_leaves_no_question_open()
    {
        await using var worker = WorkerClient.Start(Workers.Command);
        Task<Completions> asked = worker.CompleteAsync("Console.", 8, CancellationToken.None);
        await worker.RunAsync(new Cell("Environment.Exit(3);", "exit"), _ => { }, CancellationToken.None);
        Assert.InRange((await asked).Items.Count, 0, Completions.MostItems);
        Assert.Empty((await worker.CompleteAsync("Console.", 8, CancellationToken.None)).Items);
        Assert.Null(await worker.InspectAsync("Console", 3, withSource: false, CancellationToken.None));
        Completeness unknown = await worker.IsCompleteAsync("1", CancellationToken.None);
        Assert.Equal(CompletenessStatus.Unknown, unknown.Status);
    }

    [Fact]
    public async Task Texts_that_are_hard_to_parse_cost_an_answer_and_not_the_worker()
    {
        await using var worker = WorkerClient.Start(Workers.Command);
        string deep = new('(', 20_000);
        await worker.CompleteAsync(deep, deep.Length, CancellationToken.None);
        await worker.InspectAsync(deep, deep.Length, withSource: false, CancellationToken.None);
        Completeness judged = await worker.IsCompleteAsync(deep, CancellationToken.None);
        Assert.Equal(CompletenessStatus.Unknown, judged.Status);
        Completions found = await worker.CompleteAsync("Console.Bee", 11, CancellationToken.None);
        Assert.Equal("Beep", Assert.Single(found.Items).Text);
    }

    [Fact]
    public async Task Who_no_longer_waits_is_not_kept_waiting()
    {
        await using var worker = WorkerClient.Start(Workers.Command);
        using var stop = new CancellationTokenSource();
        Task<Completions> asked = worker.CompleteAsync("Console.", 8, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Any_cursor_in_any_cut_of_a_cell_gets_an_answer()
    {
        const string Code = """
            #!time
            using System.Net;
            /// <summary>A</summary>
            class A<T>(int n) : List<T> { public int N => n; public T this[string s] => default!; }
            var a = new A<int>(3) { Capacity = 4 };
            foreach (var (i, x) in a.Select((x, i) => (x, i)).Where(p => p.x is > 3 and < 5))
                Console.WriteLine($"{i,3:F2} {(x > 1 ? "a" : 'b')}", a["k"]);
            int F(int k = 1) => k switch { 1 => a.N, _ when k > 2 => throw new Exception("no"), _ => 1 };
            """;
        await using var session = new CSharpSession(new SessionOptions());
        for (int length = 0; length <= Code.Length; length += 7)
        {
            string cut = Code[..length];
            await session.IsCompleteAsync(cut, CancellationToken.None);
            await session.InspectAsync(cut, length, withSource: true, CancellationToken.None);
            Completions found = await session.CompleteAsync(cut, length, CancellationToken.None);
            Assert.InRange(found.Start, 0, found.End);
            Assert.Equal(length, found.End);
            await session.CompleteAsync(Code, length, CancellationToken.None);
        }
    }

    private static async Task Run(WorkerClient worker, string code)
    {
        CellResult result = await worker.RunAsync(new Cell(code, "cell"), _ => { }, CancellationToken.None);
        Assert.Equal(CellStatus.Ok, result.Status);
    }
}
