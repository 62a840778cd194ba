using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class CellStateTests
{
    [Theory]
    [InlineData("var n = 4;", "n + 1", "5")]
    [InlineData("int F(int x) => x * x;", "F(3)", "9")]
    [InlineData("class P { public int X = 2; }", "new P().X", "2")]
    [InlineData("record R(int A, string B);", "new R(1, \"b\").B", "b")]
    [InlineData("enum E { One, Two }", "(int)E.Two", "1")]
    [InlineData("using System.Text.RegularExpressions;", "Regex.IsMatch(\"aaa\", \"^a+$\")", "True")]
    [InlineData("var (a, b) = (1, 2);", "a + b", "3")]
    [InlineData("int.TryParse(\"12\", out var parsed)", "parsed", "12")]
    [InlineData("object o = 5; if (o is int five) { }", "((int)o) + 1", "6")]
    [InlineData("static class Ext { } static int Twice(this int x) => 2 * x;", "4.Twice()", "8")]
    [InlineData("int count = 0; Func<int> next = () => ++count;", "next() + next() + count", "5")]
    [InlineData("T Same<T>(T x) => x;", "Same(\"s\")", "s")]
    [InlineData("async Task<int> Later() { await Task.Yield(); return 3; }", "await Later()", "3")]
    public async Task Later_cells_see_what_a_cell_declares(string first, string second, string value)
    {
        await using var session = new NotebookSession();
        await session.Run(first);
        await session.Value("1 + 1");
        Assert.Equal(value, await session.Value(second));
    }

    [Fact]
    public async Task A_name_declared_again_is_the_new_one_and_older_functions_keep_the_old()
    {
        await using var session = new NotebookSession();
        await session.Value("int rate = 1; int Rate() => rate;");
        await session.Value("string rate = \"new\";");
        Assert.Equal("new", await session.Value("rate"));
        Assert.Equal("1", await session.Value("Rate()"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_no_trace()
    {
        await using var session = new NotebookSession();
        await session.Value("int n = 1;");
        await session.Error("int n = 2; int broken = \"text\";");
        Assert.Equal("1", await session.Value("n"));
    }

    [Fact]
    public async Task What_a_cell_did_before_it_threw_stays()
    {
        await using var session = new NotebookSession();
        await session.Error("var done = 5; var zero = 0; var never = 1 / zero;");
        Assert.Equal("5", await session.Value("done"));
        Assert.Equal("0", await session.Value("never"));
    }

    [Fact]
    public async Task Types_of_all_of_NET_are_there_when_a_cell_asks_for_them()
    {
        await using var session = new NotebookSession();
        Assert.Equal("a%20b", await session.Value("System.Net.WebUtility.UrlEncode(\"a b\").Replace(\"+\", \"%20\")"));
        await session.Value("using System.Collections.Frozen;");
        Assert.Equal("6", await session.Value("new[] { 1, 2, 3 }.ToFrozenSet().Sum()"));
        Assert.Equal("<a />", await session.Value("new System.Xml.Linq.XElement(\"a\").ToString()"));
    }

    [Fact]
    public async Task Objects_keep_fitting_their_types_after_all_of_NET_came_in()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            var sorted = new[] { 2, 1 }.OrderBy(x => x);
            var json = System.Text.Json.JsonDocument.Parse("[1]");
            """);
        await session.Value("new System.Xml.Linq.XElement(\"a\")");
        Assert.Equal("1", await session.Value("""
            IOrderedEnumerable<int> sameSorted = sorted;
            System.Text.Json.JsonDocument sameJson = json;
            sameSorted.First()
            """));
    }

    [Fact]
    public async Task Two_sessions_in_one_process_do_not_see_each_other()
    {
        await using var one = new NotebookSession();
        await using var two = new NotebookSession();
        await Task.WhenAll(
            one.Value("int who = 1; for (int i = 0; i < 200; i++) { Console.Write(who); await Task.Yield(); }"),
            two.Value("int who = 2; for (int i = 0; i < 200; i++) { Console.Write(who); await Task.Yield(); }"));
        Assert.Equal(new string('1', 200), one.Out);
        Assert.Equal(new string('2', 200), two.Out);
        Assert.Equal("1", await one.Value("who"));
    }

    [Fact]
    public async Task A_hundred_and_fifty_cells_stay_in_reach_of_each_other_without_piling_up_memory()
    {
        await using var session = new NotebookSession();
        await session.Value("var v0 = 0;");
        long before = Settled();
        for (int i = 1; i <= 150; i++)
            await session.Value($"var v{i} = v{i - 1} + 1;");
        Assert.Equal("150", await session.Value("v150"));
        Assert.Equal("0", await session.Value("v0"));

        // References passed with each cell would cost some 3 MB a cell.
        Assert.InRange(Settled() - before, long.MinValue, 100 << 20);

        static long Settled() => GC.GetTotalMemory(forceFullCollection: true);
    }

    [Fact]
    public async Task A_session_that_lost_a_cell_says_so()
    {
        await using var session = new NotebookSession();
        using var stop = new CancellationTokenSource();
        Task<CellResult> run = session.Run("Console.Write(1); await Task.Delay(-1);", _ => stop.Cancel(), stop.Token);
        Assert.Equal(CellStatus.Stopped, (await run).Status);
        CellResult next = await session.Run("1");
        Assert.Equal((CellStatus.Died, "SessionEnded"), (next.Status, next.Error!.Name));
    }
}
