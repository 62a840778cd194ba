using System.Globalization;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"héllo ✓ 🙂\"", "héllo ✓ 🙂")]
    [InlineData("var x = 3; x * 2", "6")]
    [InlineData("return 5;", "5")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("string s = null; s", "null")]
    public async Task The_last_expression_is_the_value(string code, string value)
    {
        await using var session = new NotebookSession();
        Assert.Equal(value, await session.Value(code));
    }

    [Theory]
    [InlineData("1 + 1;")]
    [InlineData("var x = 1;")]
    [InlineData("Console.Write(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("")]
    [InlineData("// only a remark")]
    [InlineData("int F() => 1;")]
    public async Task Statements_and_calls_without_a_result_have_no_value(string code)
    {
        await using var session = new NotebookSession();
        if (code == "1 + 1;")
            Assert.Contains("CS0201", (await session.Error(code)).Message);
        else
            Assert.Null(await session.Value(code));
    }

    [Fact]
    public async Task A_displayed_value_is_not_shown_again_as_the_cells_value()
    {
        await using var session = new NotebookSession();
        Assert.Null(await session.Value("display(42)"));
        Assert.Null(await session.Value("42.Display()"));
        Assert.Equal(2, session.Outputs.Count);
    }

    [Fact]
    public async Task Numbers_look_the_same_on_a_machine_set_to_Turkish()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            await using var session = new NotebookSession();
            Assert.Equal("1.5", await session.Value("1.5"));
            Assert.Equal("TITLE", await session.Value("Console.Write(0.25); \"title\".ToUpper()"));
            await session.Value("await Task.Run(() => Console.Write($\" {0.75}\"));");
            Assert.Equal("0.25 0.75", session.Out);
            Assert.Contains("CS0103", (await session.Error("Titel")).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_a_value_prints_while_it_is_formatted_and_what_it_throws_reach_the_learner()
    {
        await using var session = new NotebookSession();
        await session.Value("""
            class Loud
            {
                public override string ToString()
                {
                    Console.Write("formatting");
                    return "loud";
                }
            }
            class Quiet { public override string ToString() => throw new Exception("x"); }
            """);
        await session.Value("$\"{new Loud()}\"");
        Assert.Equal("formatting", session.Out);
        CellResult result = await session.Run("new Quiet()");
        Assert.True(result.Value is not null || result.Error is not null);
    }
}
