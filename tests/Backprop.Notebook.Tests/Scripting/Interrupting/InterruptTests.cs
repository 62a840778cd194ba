using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Interrupting;

public sealed class InterruptTests(SharedSession shared) : IClassFixture<SharedSession>
{
    /// <summary>Code that does not end by itself, of each kind that there is.</summary>
    public static TheoryData<string, string> Endless => new()
    {
        { "empty loop", "while (true) { }" },
        { "loop without braces", "while (true) ;" },
        { "counter", "for (long i = 0; ; i++) count = i;" },
        { "do loop", "do count++; while (true);" },
        { "jump", "again:\ncount++;\ngoto again;" },
        { "switch that jumps", "switch (1) { case 1: goto case 2; case 2: goto case 1; }" },
        { "function", "long Loop() { for (long s = 0; ; s++) if (s < 0) return s; }\nLoop()" },
        { "lambda in a library's loop", "Enumerable.Range(0, int.MaxValue).Sum(x => (long)x) + Long().Count(x => x < 0)" },
        { "function in a library's loop", "bool Never(long x) => x < 0;\nLong().First(Never)" },
        { "lambda with a statement", "Array.ForEach(new int[int.MaxValue / 8], x => count++); while (true) { }" },
        { "query", "(from x in Enumerable.Range(0, int.MaxValue) from y in new[] { 1, 2 } where x < 0 select x + y).Count()" },
        { "iterator", "foreach (var x in Long()) count++;" },
        { "allocations", "while (true) { kept.Add(1); if (kept.Count > 100_000) kept.Clear(); }" },
        { "dynamic", "dynamic d = 1; while (true) d = d + 1;" },
        { "exceptions", "while (true) { try { int.Parse(\"x\"); } catch (FormatException) { count++; } }" },
        { "strings", "string s = \"\"; while (true) { s = \"a\" + count; }" },
        { "JSON", "while (true) System.Text.Json.JsonSerializer.Serialize(new[] { 1, 2, 3 });" },
        { "sort", "while (true) { var l = Enumerable.Range(0, 1000).OrderBy(x => -x).ToList(); }" },
        { "printing", "while (true) Console.Write(\"\");" },
        { "property", "class P { public static int V { get { while (true) { } } } }\nP.V" },
        { "constructor", "class C { public C() { while (true) { } } }\nnew C()" },
        { "functions that call each other", "void A(int n) { if (n > 0) B(n - 1); }\nvoid B(int n) => A(n);\nwhile (true) A(50);" },
        { "generic class", "class G<T> { public IEnumerable<T> All(T t) { while (true) yield return t; } }\nnew G<int>().All(1).Count()" },
        { "sleep", "System.Threading.Thread.Sleep(600_000);" },
        { "many sleeps", "while (true) System.Threading.Thread.Sleep(1);" },
        { "event", "new System.Threading.ManualResetEventSlim().Wait();" },
        { "semaphore", "new System.Threading.SemaphoreSlim(0).Wait();" },
        { "lock of another thread", "lock (kept) { Task.Run(() => { lock (kept) count++; }).Wait(); }" },
        { "task", "Task.Run(() => System.Threading.Thread.Sleep(3000)).Wait();" },
        { "result of a task", "async Task<int> Never() { await Task.Delay(-1); return 1; }\nNever().Result" },
        { "process", "Process.Start(\"sleep\", \"3\").WaitForExit();" },
        { "await", "await Task.Delay(600_000);" },
        { "await of a value task", "await new ValueTask(Task.Delay(-1));" },
        { "await of many", "await Task.WhenAll(Enumerable.Range(0, 9).Select(async i => { while (true) await Task.Delay(i); }));" },
        { "await that is configured", "await Task.Delay(600_000).ConfigureAwait(true);" },
        { "await of nothing", "while (true) await Task.Yield();" },
        { "await, then a loop", "await Task.Yield(); while (true) { }" },
        { "await in functions", "async Task Deep(int n) { await Task.Yield(); if (n == 0) while (true) count++; await Deep(n - 1); }\nawait Deep(9);" },
        { "async iterator", "async IAsyncEnumerable<int> S() { while (true) { await Task.Delay(1); yield return 1; } }\nawait foreach (var x in S()) count++;" },
        { "parallel loop", "Parallel.For(0, 4, i => { while (true) { } });" },
        { "parallel query", "Enumerable.Range(0, int.MaxValue).AsParallel().Count(x => x < 0) + Long().AsParallel().Count(x => x < 0)" },
        { "loop in a task", "Task.Run(() => { while (true) { } }).Wait();" },
        { "loop in a thread", "var t = new System.Threading.Thread(() => { while (true) { } }); t.Start(); t.Join();" },
        { "handler for everything", "try { while (true) { } } catch (Exception) { count = -1; } while (true) { }" },
        { "handlers in a loop", "while (true) { try { System.Threading.Thread.Sleep(5); } catch { } }" },
        { "handlers of awaits in a loop", "while (true) { try { await Task.Delay(5); } catch { } }" },
        { "value that shows itself for ever", "class V { public override string ToString() { while (true) { } } }\nnew V()" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Endless_code_of_any_kind_is_interrupted_and_variables_stay(string kind, string code)
    {
        NotebookSession session = shared.Session;
        await session.Value("count = 0; kept = new List<int> { 41 };");
        CellResult result = await session.Interrupted(code);
        Assert.True(result.Status == CellStatus.Interrupted, $"{kind}: {result.Status} {result.Error?.Message}");
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.DoesNotContain('\n', result.Error.Message);
        Assert.Equal("42", await session.Value("lock (kept) { kept.Add(1); }\n40 + await Task.Run(() => 2)"));
        Assert.NotEqual("-1", await session.Value("count"));
    }

    [Fact]
    public async Task The_error_names_the_line_that_was_interrupted()
    {
        await using var session = new NotebookSession();
        CellResult result = await session.Interrupted("int x = 1;\nvoid Wait()\n{\n    while (true) { x++; }\n}\nWait();");
        Assert.Equal(5, result.Error!.Line);
        Assert.Equal(["  cell 1, line 5, in Wait", "    while (true) { x++; }"], result.Error.Traceback.Skip(1).Take(2));
    }

    [Theory]
    [InlineData("try { while (true) { } } finally { Clean(); }")]
    [InlineData("try { System.Threading.Thread.Sleep(600_000); } finally { Clean(); }")]
    [InlineData("try { await Task.Delay(600_000); } finally { await Task.Delay(20); Clean(); }")]
    [InlineData("try { Parallel.For(0, 4, i => { while (true) { } }); } finally { Clean(); }")]
    [InlineData("class R : IDisposable { Action a; public R(Action a) { this.a = a; } public void Dispose() { a(); } }\n"
        + "using (new R(Clean)) while (true) { }")]
    public async Task What_cleans_up_runs_to_its_end(string code)
    {
        await using var session = new NotebookSession();
        await session.Value("""
            int cleaned = 0;
            void Clean()
            {
                for (int i = 0; i < 100; i++) cleaned++;
                System.Threading.Thread.Sleep(30);
                cleaned += new[] { 1, 2 }.Select(x => x).Sum();
            }
            """);
        Assert.Equal(CellStatus.Interrupted, (await session.Interrupted(code)).Status);
        Assert.Equal("103", await session.Value("cleaned"));
    }

    [Fact]
    public async Task A_loop_in_a_clean_up_ends_too()
    {
        await using var session = new NotebookSession();
        CellResult result = await session.Interrupted("try { while (true) { } } finally { while (true) { } }");
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }

    [Fact]
    public async Task What_comes_after_an_interrupted_await_does_not_run_later()
    {
        await using var session = new NotebookSession();
        await session.Value("int after = 0; var gate = new TaskCompletionSource();");
        await session.Interrupted("await gate.Task; after = 1;");
        await session.Interrupted("await gate.Task.ConfigureAwait(true); after = 1;");
        Assert.Equal("0", await session.Value("gate.SetResult(); await Task.Delay(100); after"));
    }

    [Fact]
    public async Task Work_in_the_background_stops_with_its_own_cell_and_not_with_another()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            long[] turns = new long[2];
            void Turn(int i) { while (true) { turns[i]++; System.Threading.Thread.Sleep(1); } }
            async Task<string> Alive(int i) { long now = turns[i]; await Task.Delay(200); return turns[i] > now ? "runs" : "stopped"; }
            """);
        await session.Value("var first = Task.Run(() => Turn(0));");
        await session.Interrupted("var second = Task.Run(() => Turn(1)); while (turns[1] == 0 || true) { }");
        Assert.Equal("runs", await session.Value("await Alive(0)"));
        Assert.Equal("stopped", await session.Value("await Task.Delay(100); await Alive(1)"));
    }

    [Fact]
    public async Task An_interrupt_between_two_cells_and_one_that_comes_late_do_nothing()
    {
        await using var session = new NotebookSession();
        session.Interrupt();
        for (int i = 0; i < 50; i++)
        {
            Task<CellResult> run = session.Run("int x = 1; x");
            session.Interrupt();
            CellResult result = await run;
            Assert.True(result.Status is CellStatus.Ok or CellStatus.Interrupted);
            session.Interrupt();
            Assert.Equal("3", await session.Value("System.Threading.Thread.Sleep(1); int n = 0; while (n < 3) n++; n"));
        }
    }

    [Fact]
    public async Task A_cell_that_comes_to_its_end_all_the_same_counts_as_interrupted()
    {
        await using var session = new NotebookSession();
        CellResult result = await session.Interrupted("while (!RunningCell.IsInterrupted) ;\nvar state = \"kept\";\nstate");
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }

    [Fact]
    public async Task A_library_may_wait_with_the_cells_token()
    {
        await using var session = new NotebookSession();
        CellResult result = await session.Interrupted("Task.Run(() => Task.Delay(-1, RunningCell.Token)).Wait();");
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("False", await session.Value("RunningCell.Token.IsCancellationRequested"));
    }
}
