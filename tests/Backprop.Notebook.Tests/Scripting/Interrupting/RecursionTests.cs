using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Interrupting;

public sealed class RecursionTests
{
    [Theory]
    [InlineData("int Sum(int n) => n + Sum(n + 1);\nSum(0)", "Sum", 1)]
    [InlineData("int Sum(int n)\n{\n    return n + Sum(n + 1);\n}\nSum(0)", "Sum", 2)]
    [InlineData("void A() { B(); }\nvoid B() { A(); }\nA();", "A", 1)]
    [InlineData("Func<int, int> f = null;\nf = n => f(n + 1);\nf(0)", "a lambda", 2)]
    [InlineData("class P { public int V { get { return V; } } }\nnew P().V", "P.V", 1)]
    [InlineData("class P { public int V => V; }\nnew P().V", "P.V", 1)]
    [InlineData("class P { int v; public int V { get => v; set => V = value; } }\nnew P().V = 1;", "P.V", 1)]
    [InlineData("class P { public override string ToString() => $\"{this}\"; }\nnew P().ToString()", "P.ToString", 1)]
    [InlineData("class P { public static P operator +(P a, P b) => a + b; }\nnew P() + new P()", "P.operator Addition", 1)]
    [InlineData("class P { public P() { new P(); } }\nnew P()", "new P", 1)]
    [InlineData("IEnumerable<int> Items() { foreach (int i in Items()) yield return i; }\nItems().Count()", "Items", 1)]
    [InlineData("async Task Later(int n) => await Later(n + 1);\nawait Later(0);", "Later", 1)]
    public async Task Endless_recursion_is_an_error_that_names_the_function_and_variables_stay(
        string code, string function, int line)
    {
        await using var session = new NotebookSession();
        await session.Value("int x = 41;");
        CellError error = await session.Error(code);
        Assert.Equal("StackOverflow", error.Name);
        Assert.Contains($"`{function}` ", error.Message);
        Assert.Equal(line, error.Line);
        Assert.InRange(error.Traceback.Count, 4, 40);
        Assert.Equal("42", await session.Value("x + 1"));
    }

    [Fact]
    public async Task Endless_recursion_on_another_thread_is_an_error_too()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("int Sum(int n) => n + Sum(n + 1);\nawait Task.Run(() => Sum(0));");
        Assert.Equal("StackOverflow", error.Name);
    }

    [Fact]
    public async Task Recursion_that_ends_has_room_and_may_be_repeated()
    {
        await using var session = new NotebookSession();
        await session.Value("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);");
        await session.Error("int Sum(int n) => n + Sum(n + 1);\nSum(0)");
        Assert.Equal("60000", await session.Value("Depth(60_000)"));
        Assert.Equal("60000", await session.Value("Depth(10); Depth(60_000)"));
    }
}
