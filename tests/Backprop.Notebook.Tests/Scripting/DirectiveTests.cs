using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

public sealed class DirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backprop ü ").FullName;

    [Theory]
    [InlineData("#!train net --epochs 5\n1 + 1", 1)]
    [InlineData("var x = 1;\n#!time\nx", 2)]
    [InlineData("#!csharp", 1)]
    public async Task An_unknown_directive_is_named_in_one_line(string code, int line)
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error(code);
        Assert.Equal(("DirectiveError", line), (error.Name, error.Line));
        Assert.Contains("There is no directive `#!", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_directive_within_a_text_is_text()
    {
        await using var session = new NotebookSession();
        Assert.Equal("9", await session.Value("var s = \"\"\"\n#!/bin/sh\n\"\"\";\ns.Length // #!x"));
    }

    [Fact]
    public async Task Packages_are_said_not_to_be_supported_yet()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("#r \"nuget: Newtonsoft.Json, 13.0.3\"\n1");
        Assert.Contains("not supported yet", error.Message);
        Assert.Equal(1, error.Line);
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
}
