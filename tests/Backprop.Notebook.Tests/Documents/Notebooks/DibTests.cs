using Backprop.Documents;
using Backprop.Scripting;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Documents.Notebooks;

public sealed class DibTests : IDisposable
{
    private const string Dib = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"},{"name":"mydb"}]}}

        #!markdown

        # A title

        #!csharp

        #!time
        var x = 1;

        x + 1

        #!mydb

        select 1

        #!html

        <b>bold</b>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("backprop dib ").FullName;

    [Fact]
    public void Cells_keep_their_language_and_text()
    {
        NotebookDocument notebook = NotebookFile.Read(Write("a.dib", Dib));
        Assert.Equal(
            [
                (CellKind.Markdown, "# A title"),
                (CellKind.Code, "#!time\nvar x = 1;\n\nx + 1"),
                (CellKind.Code, "#!mydb\nselect 1"),
                (CellKind.Code, "#!html\n<b>bold</b>"),
            ],
            notebook.Cells.Select(c => (c.Kind, c.Source)));
    }

    [Fact]
    public void There_and_back_again_is_the_same()
    {
        NotebookDocument first = NotebookFile.Read(Write("a.dib", Dib.Replace("#!mydb", "#!sql", StringComparison.Ordinal)));
        NotebookFile.Write(first, Path.Combine(folder, "b.ipynb"));
        NotebookDocument second = NotebookFile.Read(Path.Combine(folder, "b.ipynb"));
        NotebookFile.Write(second, Path.Combine(folder, "c.dib"));
        NotebookDocument third = NotebookFile.Read(Path.Combine(folder, "c.dib"));
        Assert.Equal(Cells(first), Cells(second));
        Assert.Equal(Cells(first), Cells(third));
    }

    [Fact]
    public void A_file_without_meta_and_with_Windows_line_ends_is_read()
    {
        NotebookDocument notebook = NotebookFile.Read(Write("a.dib", "\uFEFF#!csharp\r\n\r\n1 + 1\r\n\r\n#!markdown\r\nText"));
        Assert.Equal([(CellKind.Code, "1 + 1"), (CellKind.Markdown, "Text")], Cells(notebook));
    }

    [Fact]
    public void Meta_that_is_no_JSON_is_an_error_in_one_line() =>
        Assert.Contains("#!meta", Assert.Throws<DocumentException>(() => NotebookFile.Read(Write("a.dib", "#!meta\n\n{oops\n#!csharp\n1"))).Message);

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "fsharp"}}""", "#!fsharp\nlet x = 1")]
    [InlineData("""{"dotnet_interactive": {"language": "html"}}""", "#!html\nlet x = 1")]
    [InlineData("""{"dotnet_interactive": {"language": "csharp"}}""", "let x = 1")]
    public void A_cell_of_a_stranded_notebook_keeps_its_language(string metadata, string source)
    {
        string text = """{"cells": [{"cell_type": "code", "metadata": META, "source": "let x = 1", "outputs": []}], "metadata": {"kernelspec": {"name": ".net-csharp", "language": "C#"}}, "nbformat": 4, "nbformat_minor": 5}""";
        NotebookDocument notebook = NotebookFile.Read(Write("a.ipynb", text.Replace("META", metadata, StringComparison.Ordinal)));
        Assert.Equal(source, notebook.Cells.Single().Source);
    }

    [Fact]
    public async Task Import_runs_notebooks_and_files()
    {
        Write("tools.dib", "#!markdown\n\nText\n\n#!csharp\n\nint Twice(int x) => 2 * x;\n\n#!csharp\n\nvar seven = 7;");
        Write("more.cs", "class Thing { public int Size = 3; }");
        await using var session = Session();
        Assert.Equal("17", await session.Value("#!import tools.dib\n#!import more.cs\nTwice(seven) + new Thing().Size"));
    }

    [Theory]
    [InlineData("#!import missing.dib", "missing.dib: there is no such file")]
    [InlineData("#!import a.txt", ".ipynb, .dib, .cs and .csx files can be imported")]
    [InlineData("#!import broken.ipynb", "is not JSON")]
    [InlineData("#!import circle.dib", "is imported by what it imports itself")]
    public async Task What_cannot_be_imported_is_named(string code, string message)
    {
        Write("a.txt", "");
        Write("broken.ipynb", "{");
        Write("circle.dib", "#!csharp\n\n#!import circle.dib");
        await using var session = Session();
        Assert.Contains(message, (await session.Error(code)).Message);
    }

    [Fact]
    public async Task An_error_in_an_imported_cell_cites_its_file()
    {
        Write("tools.dib", "#!csharp\n\nvar a = 1;\n\n#!csharp\n\n\nthrow new Exception(\"x\");");
        await using var session = Session();
        Assert.Contains("  tools.dib, cell 2, line 1", (await session.Error("#!import tools.dib")).Traceback);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private NotebookSession Session() =>
        new(new SessionOptions { Folder = folder, Directives = [ImportDirective.Create()] });

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static IEnumerable<(CellKind, string)> Cells(NotebookDocument notebook) =>
        notebook.Cells.Select(c => (c.Kind, c.Source));
}
