using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class CompileErrorTests
{
    [Fact]
    public async Task A_compile_error_shows_its_line_a_mark_and_the_closest_name()
    {
        await using var session = new NotebookSession();
        await session.Value("double height = 1.8;");
        CellError error = await session.Error("// area\nvar area = 2 * hight;");
        Assert.Equal(("CompileError", 2), (error.Name, error.Line));
        Assert.Equal(
            "The name 'hight' does not exist in the current context (CS0103). Did you mean `height`?", error.Message);
        Assert.Equal(
            [
                "cell 2, line 2: The name 'hight' does not exist in the current context (CS0103)",
                "    var area = 2 * hight;",
                "                   ^^^^^",
                "  Did you mean `height`?",
            ],
            error.Traceback);
    }

    [Theory]
    [InlineData("Consol.WriteLine(1);", "`Console`")]
    [InlineData("console.WriteLine(1);", "`Console`")]
    [InlineData("\"abc\".Lenght", "`Length`")]
    [InlineData("new[] { 1 }.Frist()", "`First`")]
    [InlineData("Math.Sqr(4)", "`Sqrt`")]
    [InlineData("int Total(int count) => conut;", "`count`")]
    [InlineData("Thread.Sleep(1);", "`using System.Threading;`")]
    [InlineData("Regex.IsMatch(\"a\", \"a\")", "`using System.Text.RegularExpressions;`")]
    [InlineData("HttpClient client = null;", "`using System.Net.Http;`")]
    [InlineData("using var file = new MemoryStream();", "using (var x")]
    public async Task A_hint_names_the_next_step(string code, string hint)
    {
        await using var session = new NotebookSession();
        Assert.Contains(hint, (await session.Error(code)).Message);
    }

    [Theory]
    [InlineData("int x = y;")]
    [InlineData("qqqqqq")]
    [InlineData("int n = \"text\";")]
    [InlineData("Math.Zzzzzz(4)")]
    public async Task Without_a_good_guess_there_is_no_hint(string code)
    {
        await using var session = new NotebookSession();
        await session.Value("int z = 1;");
        Assert.DoesNotContain("mean", (await session.Error(code)).Message);
    }

    [Fact]
    public async Task Syntax_errors_come_alone()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("int x = ;\nfoo(");
        Assert.Equal(1, error.Line);
        Assert.All(error.Traceback, line => Assert.DoesNotContain("CS0103", line));
    }

    [Fact]
    public async Task Ten_errors_are_shown_and_the_rest_counted()
    {
        await using var session = new NotebookSession();
        string code = string.Join('\n', Enumerable.Range(0, 13).Select(i => $"int v{i} = \"{i}\";"));
        CellError error = await session.Error(code);
        Assert.Equal(10, error.Traceback.Count(line => line.Contains("CS0029")));
        Assert.Equal("… and 3 more errors", error.Traceback[^1]);
    }

    [Fact]
    public async Task Warnings_are_no_errors_and_are_not_shown()
    {
        await using var session = new NotebookSession();
        Assert.Equal("1", await session.Value("""
            string? nothing = null;
            [Obsolete] int Old() { int unused; return 1; }
            Old()
            """));
        Assert.Empty(session.Outputs);
    }

    [Fact]
    public async Task An_object_of_a_class_declared_again_is_told_from_the_new_ones()
    {
        await using var session = new NotebookSession();
        await session.Value("class Neuron { }");
        await session.Value("var old = new Neuron(); void Use(Neuron n) { }");
        await session.Value("class Neuron { public int Id; }");
        CellError assignment = await session.Error("Neuron fresh = old;");
        Assert.Equal(
            "Cannot implicitly convert type 'Neuron' to 'Neuron' (CS0029). `Neuron` was declared again, "
            + "but this object was made from the `Neuron` of cell 1: run the cell that makes it again.",
            assignment.Message);
        Assert.Contains("declared again", (await session.Error("Use(new Neuron());")).Message);
        CellError added = await session.Error("var list = new List<Neuron>(); list.Add(old);");
        Assert.Contains("declared again", added.Message);
        Assert.Contains("older `Neuron`", (await session.Error("(Neuron)(object)old")).Message);
    }

    [Fact]
    public async Task A_function_that_hides_one_of_the_library_is_named_as_the_cause()
    {
        await using var session = new NotebookSession(FakeLibrary);
        Assert.Equal("3", await session.Value("Squash(new Grid(3)).Size"));
        await session.Value("double Squash(double x) => x;");
        CellError error = await session.Error("Squash(new Grid(3))");
        Assert.EndsWith(
            "Your function `Squash` hides the library's: write `FakeFunctional.Squash` or `x.Squash()` "
            + "or `new Squash()` for that one, or rename yours.",
            error.Message);
        Assert.Contains("hides the library's", (await session.Error("Func<Grid, Grid> step = Squash;")).Message);
        Assert.Contains("hides the library's", (await session.Error("new List<Func<Grid, Grid>> { Squash }")).Message);
    }

    [Fact]
    public async Task A_wrong_argument_to_ones_own_function_gets_no_word_about_libraries()
    {
        await using var session = new NotebookSession(FakeLibrary);
        await session.Value("double Own(double x) => x;");
        Assert.DoesNotContain("library", (await session.Error("Own(new Grid(3))")).Message);
    }

    [Fact]
    public async Task A_very_long_line_is_cut_around_the_place()
    {
        await using var session = new NotebookSession();
        string padding = $"\"{new string('x', 5000)}\"";
        CellError error = await session.Error($"var s = {padding} + missing + {padding};");
        Assert.All(error.Traceback, line => Assert.InRange(line.Length, 0, 200));
        int mark = error.Traceback[2].IndexOf('^', StringComparison.Ordinal);
        Assert.Equal("missing", error.Traceback[1].Substring(mark, 7));
    }

    private static SessionOptions FakeLibrary => new()
    {
        References = [typeof(Squash).Assembly],
        Usings = [.. SessionOptions.DefaultUsings, typeof(Squash).Namespace!],
        StaticUsings = [typeof(FakeFunctional).FullName!],
    };
}

/// <summary>Stands for a tensor.</summary>
public sealed record Grid(int Size)
{
    public Grid Squash() => this;
}

/// <summary>Stands for a layer.</summary>
public sealed class Squash;

/// <summary>Stands for the library's functions.</summary>
public static class FakeFunctional
{
    public static Grid Squash(Grid x) => x.Squash();
}
