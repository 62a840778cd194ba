using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class RuntimeErrorTests
{
    [Fact]
    public async Task An_exception_shows_the_learners_calls_and_none_of_ours()
    {
        await using var session = new NotebookSession();
        await session.Value("int Slope(int rise, int run)\n{\n    return rise / run;\n}");
        CellError error = await session.Error("var x = 1;\nSlope(x, 0)");
        Assert.Equal(("DivideByZeroException", 2), (error.Name, error.Line));
        Assert.Equal("Attempted to divide by zero.", error.Message);
        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "  cell 1, line 3, in Slope",
                "    return rise / run;",
                "  cell 2, line 2",
                "    Slope(x, 0)",
            ],
            error.Traceback);
    }

    [Theory]
    [InlineData("class Q { public int P { get { throw new Exception(); } } }\nvar v = new Q().P;", "in Q.P")]
    [InlineData("class Q { public Q() { throw new Exception(); } }\nnew Q()", "in new Q")]
    [InlineData("class Q { public static int operator -(Q q) { throw new Exception(); } }\n-new Q()", "operator UnaryNegation")]
    [InlineData("Func<int> f = () => { throw new Exception(); };\nf()", "in a lambda")]
    [InlineData("void Outer() { void Inner() { throw new Exception(); } Inner(); }\nOuter();", "in Inner")]
    [InlineData("async Task Later() { await Task.Yield(); throw new Exception(); }\nawait Later();", "in Later")]
    [InlineData("IEnumerable<int> Items() { yield return 1; throw new Exception(); }\nItems().Sum()", "in Items")]
    [InlineData("class G<T> { public T Get() { throw new Exception(); } }\nnew G<int>().Get()", "in G.Get")]
    public async Task Functions_are_named_as_the_learner_wrote_them(string code, string where)
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error(code);
        Assert.EndsWith(where, error.Traceback[1]);
        Assert.Equal(1, error.Line);
        Assert.All(error.Traceback, line => Assert.DoesNotContain("__", line));
    }

    [Fact]
    public async Task An_inner_exception_follows_as_the_cause()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("""
            try { int.Parse("x"); }
            catch (Exception e) { throw new InvalidOperationException("row 3", e); }
            """);
        Assert.Equal(("InvalidOperationException", "row 3"), (error.Name, error.Message));
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by Format", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Task.Run(() => throw new KeyNotFoundException(\"k\")).Wait();")]
    [InlineData("class S { public static int V = int.Parse(\"x\"); }\nvar v = S.V;")]
    public async Task Wrappers_of_the_runtime_are_taken_off(string code)
    {
        await using var session = new NotebookSession();
        Assert.Contains((await session.Error(code)).Name, new[] { "KeyNotFoundException", "FormatException" });
    }

    [Fact]
    public async Task A_gap_that_is_not_filled_yet_is_named_as_such()
    {
        await using var session = new NotebookSession();
        await session.Value("double Slope(double x) => throw new NotImplementedException();");
        CellError error = await session.Error("Slope(1)");
        Assert.Equal("NotImplementedException", error.Name);
        Assert.StartsWith("Not written yet", error.Message);
        Assert.Equal("my words", (await session.Error("throw new NotImplementedException(\"my words\");")).Message);
    }

    [Fact]
    public async Task An_endless_tail_of_calls_is_shortened()
    {
        await using var session = new NotebookSession();
        await session.Value("int Down(int n) => n == 0 ? throw new Exception(\"floor\") : Down(n - 1) + 1;");
        CellError error = await session.Error("Down(500)");
        Assert.InRange(error.Traceback.Count, 10, 40);
        Assert.Contains(error.Traceback, line => line.Contains("more calls", StringComparison.Ordinal));
        Assert.Equal("  cell 2, line 1", error.Traceback[^2]);
    }

    [Fact]
    public async Task A_cell_that_ran_twice_shows_the_text_that_threw()
    {
        await using var session = new NotebookSession();
        await session.Value("int F(int x) => 1 / x; // first");
        await session.Value("int G(int x) => F(x);");
        await session.Value("int F(int x) => 2 / x; // second");
        Assert.Contains("    int F(int x) => 1 / x; // first", (await session.Error("G(0)")).Traceback);
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_still_described()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("""
            class Odd : Exception { public override string Message => throw new Exception(); }
            throw new Odd();
            """);
        Assert.Equal("Odd", error.Name);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task Classes_of_the_learner_appear_under_their_own_names()
    {
        await using var session = new NotebookSession();
        await session.Value("interface IA { } class B { }");
        CellError error = await session.Error("var a = (IA)(object)new B();");
        Assert.DoesNotContain("Cell#", error.Message);
        Assert.Contains("B", error.Message);
    }
}
