using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class DirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backprop ü ").FullName;

    [Theory]
    [InlineData("#!trian net --epochs 5\n1 + 1", 1)]
    [InlineData("var x = 1;\n#!tim\nx", 2)]
    public async Task An_unknown_directive_is_named_in_one_line_before_anything_runs(string code, int line)
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error(code);
        Assert.Equal(("DirectiveError", line), (error.Name, error.Line));
        Assert.Contains("There is no directive `#!", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("CompileError", (await session.Error("x")).Name);
    }

    [Fact]
    public async Task A_mistyped_directive_is_recognised()
    {
        await using var session = new NotebookSession();
        Assert.EndsWith("Did you mean #!whos?", (await session.Error("#!whoss")).Message);
    }

    [Fact]
    public async Task A_directive_within_a_text_is_text()
    {
        await using var session = new NotebookSession();
        Assert.Equal("9", await session.Value("var s = \"\"\"\n#!/bin/sh\n\"\"\";\ns.Length // #!x"));
    }

    [Fact]
    public async Task Code_around_a_directive_is_one_cell()
    {
        await using var session = new NotebookSession();
        Assert.Equal("3", await session.Value("var a = 1;\n#!csharp\nvar b = 2;\na + b"));
        Assert.Equal("3", await session.Value("a + b"));
    }

    [Theory]
    [InlineData("var a = 1;\n#!who\nint b = \"x\";", 3)]
    [InlineData("var a = 1;\n#!who\nthrow new Exception(\"late\");", 3)]
    [InlineData("#!time\nint b = ;", 2)]
    public async Task Errors_below_a_directive_cite_the_cells_own_line(string code, int line)
    {
        await using var session = new NotebookSession();
        Assert.Equal(line, (await session.Error(code)).Line);
    }

    [Fact]
    public async Task Broken_grammar_below_a_directive_is_told_before_anything_runs()
    {
        await using var session = new NotebookSession();
        await session.Error("Console.Write(\"ran\");\n#!who\nint b = ;");
        Assert.Equal("", session.Out);
    }

    [Fact]
    public async Task Time_runs_the_rest_and_keeps_its_value()
    {
        await using var session = new NotebookSession();
        Assert.Equal("7", await session.Value("#!time\nvar x = 7;\nx"));
        Assert.Matches(@"^Wall time: [\d.]+ m?s$", Shown(session).Single());
    }

    [Fact]
    public async Task Time_of_a_cell_that_throws_keeps_the_error()
    {
        await using var session = new NotebookSession();
        Assert.Equal("FormatException", (await session.Error("#!time\nint.Parse(\"x\")")).Name);
    }

    [Fact]
    public async Task Who_lists_the_variables_and_whos_shows_them()
    {
        await using var session = new NotebookSession();
        await session.Value("var numbers = new List<int> { 1, 2 };\nstring name = \"Ada\";");
        await session.Value("int a = 1, name2 = 3;\nvar numbers = 5;");
        await session.Value("#!who");
        Assert.Equal("name  a  name2  numbers", Shown(session).Single());
        await session.Value("#!whos");
        Assert.Contains("Ada", Shown(session).Last());
        Assert.Contains("string", Shown(session).Last());
    }

    [Fact]
    public async Task Markdown_and_html_are_shown_up_to_the_next_language()
    {
        await using var session = new NotebookSession();
        Assert.Equal("2", await session.Value("#!markdown\n# Title\n#!notalanguage\n#!html\n<b>x</b>\n#!csharp\n1 + 1"));
        var shown = session.Outputs.OfType<DisplayOutput>().Select(o => o.Data.Formats).ToArray();
        Assert.Equal("# Title\n#!notalanguage", shown[0][MimeBundle.Markdown]);
        Assert.Equal("<b>x</b>", shown[1][MimeBundle.Html]);
    }

    [Fact]
    public async Task Cells_in_another_language_are_answered_helpfully()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("#!fsharp\nlet x = 1");
        Assert.Contains("speaks C#", error.Message);
    }

    [Fact]
    public async Task Help_shows_usage_and_options_and_runs_nothing()
    {
        await using var session = new NotebookSession(new SessionOptions { Directives = [Repeat] });
        await session.Value("#!repeat --help");
        Assert.Contains("#!repeat text [--times N] [--loud]", Shown(session).Single());
        Assert.Contains("how often (2 unless given)", Shown(session).Single());
    }

    [Theory]
    [InlineData("#!repeat ha", "haha")]
    [InlineData("#!repeat ha --times 3", "hahaha")]
    [InlineData("#!repeat --loud \"a b\"", "A BA B")]
    [InlineData("#!repeat @file", "@file@file")]
    public async Task Options_are_read(string line, string shown)
    {
        await using var session = new NotebookSession(new SessionOptions { Directives = [Repeat] });
        await session.Value(line);
        Assert.Equal(shown, Shown(session).Single());
    }

    [Theory]
    [InlineData("#!repeat", "#!repeat needs text: #!repeat text [--times N] [--loud]")]
    [InlineData("#!repeat ha --times many", "--times many: a whole number is needed.")]
    [InlineData("#!repeat ha --times", "--times needs a value: #!repeat text [--times N] [--loud]")]
    [InlineData("#!repeat ha --tims 3", "#!repeat has no option --tims. Did you mean --times?")]
    [InlineData("#!repeat ha ho", "#!repeat has no place for ho. Usage: #!repeat text [--times N] [--loud]")]
    public async Task A_wrong_line_names_what_is_wrong(string line, string message)
    {
        await using var session = new NotebookSession(new SessionOptions { Directives = [Repeat] });
        Assert.Equal(message, (await session.Error(line)).Message);
    }

    [Fact]
    public async Task A_directive_sees_and_changes_the_session()
    {
        var doubled = new Backprop.Display.Directive("#!double", "doubles a variable", async call =>
        {
            int value = call.Variable<int>("name");
            await call.Host.RunCode($"{call.Get<string>("name")} = {2 * value};", "double");
        })
        {
            Arguments = [DirectiveOption.Of<string>("name", "the variable") with { IsRequired = true }],
        };
        await using var session = new NotebookSession(new SessionOptions { Directives = [doubled] });
        Assert.Equal("42", await session.Value("int x = 21;\n#!double x\nx"));
        Assert.Equal("There is no variable y. Of type int there are: x.", (await session.Error("#!double y")).Message);
        Assert.Equal("name s: s is a string, not an int.", (await session.Error("var s = \"\";\n#!double s")).Message);
    }

    [Fact]
    public async Task Lsmagic_lists_what_there_is()
    {
        await using var session = new NotebookSession(new SessionOptions { Directives = [Repeat] });
        await session.Value("#!lsmagic");
        string list = Shown(session).Single();
        Assert.Contains("#!repeat", list);
        Assert.Contains("#!time", list);
        Assert.DoesNotContain("#!fsharp", list);
    }

    [Fact]
    public async Task A_library_beside_the_notebook_can_be_used()
    {
        File.Copy(typeof(AngleSharp.Dom.INode).Assembly.Location, Path.Combine(folder, "Parser.dll"));
        await using var session = new NotebookSession(new SessionOptions { Folder = folder });
        await session.Value("#r \"Parser.dll\"");
        Assert.Equal("Element", await session.Value("AngleSharp.Dom.NodeType.Element"));
    }

    [Fact]
    public async Task A_library_that_is_not_there_is_named()
    {
        await using var session = new NotebookSession(new SessionOptions { Folder = folder });
        CellError error = await session.Error("#r \"missing.dll\"\n1");
        Assert.Contains("missing.dll", error.Message);
    }

    [Fact]
    public async Task A_loaded_file_declares_as_a_cell_does_and_its_errors_name_it()
    {
        const string Tools = "int Twice(int x) => 2 * x;\nint Fail() => throw new Exception(\"in file\");";
        File.WriteAllText(Path.Combine(folder, "tools.csx"), Tools);
        await using var session = new NotebookSession(new SessionOptions { Folder = folder });
        await session.Value("#load \"tools.csx\"");
        Assert.Equal("8", await session.Value("Twice(4)"));
        CellError error = await session.Error("Fail()");
        Assert.Equal("  tools.csx, line 2, in Fail", error.Traceback[1]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Backprop.Display.Directive Repeat { get; } = new("#!repeat", "repeats a text", call =>
    {
        string text = string.Concat(Enumerable.Repeat(call.Get<string>("text"), call.Get<int>("--times")));
        Show.display(call.Get<bool>("--loud") ? text.ToUpperInvariant() : text);
        return Task.CompletedTask;
    })
    {
        Arguments = [DirectiveOption.Of<string>("text", "the text") with { IsRequired = true }],
        Options =
        [
            DirectiveOption.Of<int>("--times", "how often") with { Default = 2 },
            DirectiveOption.Of<bool>("--loud", "in capitals"),
        ],
    };

    private static IEnumerable<string> Shown(NotebookSession session) =>
        session.Outputs.OfType<DisplayOutput>().Select(o => o.Data.PlainText);
}
