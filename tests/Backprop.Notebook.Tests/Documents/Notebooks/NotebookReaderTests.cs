using Backprop.Documents;

namespace Backprop.Tests.Documents;

public sealed class NotebookReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\t ", "is empty")]
    [InlineData("\uFEFF", "is empty")]
    [InlineData("print('hello')", "is not JSON (line 1, byte 1)")]
    [InlineData("{\"cells\": [\n  {\"a\"", "is not JSON (line 2, byte")]
    [InlineData("[1, 2]", "is JSON, but no notebook")]
    [InlineData("null", "is JSON, but no notebook")]
    [InlineData("{}", "does not say its notebook format")]
    [InlineData("""{"nbformat":"4"}""", "does not say its notebook format")]
    [InlineData("""{"nbformat":3,"worksheets":[]}""", "has notebook format 3, formats 4.0 to 4.5 can run. Convert it:")]
    [InlineData("""{"nbformat":5}""", "has notebook format 5, which is newer")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{}}""", "has no \"cells\"")]
    [InlineData("""{"nbformat":4,"cells":[7]}""", "entry 1 of \"cells\" is no cell")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"heading"}]}""", "cell 1 is of type \"heading\"")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":{"a":1}}]}""",
        "a part of it has an unexpected form")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":[1]}]}""",
        "a part of it has an unexpected form")]
    [InlineData("""{"nbformat":4,"nbformat":4,"cells":[]}""", "is not JSON")]
    public void A_file_that_is_no_notebook_gets_one_line_with_its_name(string content, string expected)
    {
        string path = folder.Write("lessons/bad.ipynb", content);

        var error = Assert.Throws<DocumentException>(() => NotebookReader.Read(path, "lessons/bad.ipynb"));

        Assert.StartsWith("lessons/bad.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_get_one_line()
    {
        string path = folder.Write("picture.ipynb", [0x89, 0x50, 0x4E, 0x47, 0, 0xFF, 0xFE]);

        var error = Assert.Throws<DocumentException>(() => NotebookReader.Read(path));

        Assert.Contains("is not JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_gets_one_line()
    {
        string path = folder.Write("deep.ipynb", new string('[', 100_000));

        Assert.Contains("is not JSON", Assert.Throws<DocumentException>(() => NotebookReader.Read(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        string path = folder["huge.ipynb"];
        using (FileStream file = File.Create(path))
            file.SetLength(NotebookReader.MostBytes + 1);

        var error = Assert.Throws<DocumentException>(() => NotebookReader.Read(path, "huge.ipynb"));

        Assert.Equal("huge.ipynb: is too large, 200 MB of at most 200 MB. Clear its outputs.", error.Message);
    }

    [Fact]
    public void A_file_that_is_gone_gets_one_line()
    {
        var error = Assert.Throws<DocumentException>(() => NotebookReader.Read(folder["gone.ipynb"], "gone.ipynb"));

        Assert.Equal("gone.ipynb: cannot be read, it is not there.", error.Message);
    }

    [Theory]
    [InlineData("""{"kernelspec":{"name":"python3","language":"python"}}""", "python")]
    [InlineData("""{"language_info":{"name":"julia"}}""", "julia")]
    [InlineData("""{"kernelspec":{"name":"ir"}}""", "ir")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","language":"F#"},"language_info":{"name":"polyglot-notebook"}}""", "F#")]
    public void Another_languages_notebook_is_named_and_refused(string metadata, string language)
    {
        string path = folder.Write("other.ipynb", Ipynb.With(metadata, 5));

        var error = Assert.Throws<DocumentException>(() => NotebookReader.Read(path, "other.ipynb"));

        Assert.StartsWith($"other.ipynb: is written in {language}, only C# notebooks can run here.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(Ipynb.CSharp)]
    [InlineData("""{"language_info":{"name":"csharp"}}""")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"},"language_info":{"name":"polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec":{"name":".net-csharp"},"language_info":{"name":"polyglot-notebook"}}""")]
    public void A_notebook_in_CSharp_or_without_a_language_is_read(string metadata)
    {
        string path = folder.Write("ours.ipynb", Ipynb.With(metadata, 5, Ipynb.Code("1 + 1")));

        Assert.Equal("1 + 1", Assert.Single(NotebookReader.Read(path).Cells).Source);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_minor_format_is_read_and_cells_without_an_id_get_one(int minor)
    {
        string path = folder.Write("a.ipynb", Ipynb.With(Ipynb.CSharp, minor, Ipynb.Text("# A"), Ipynb.Code("1")));

        NotebookDocument notebook = NotebookReader.Read(path);

        Assert.Equal(["cell-1", "cell-2"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
    }

    [Fact]
    public void Ids_are_kept_and_repaired_where_they_are_double_or_malformed()
    {
        string path = folder.Write("ids.ipynb", Ipynb.Of(Ipynb.Code("1", "same"), Ipynb.Code("2", "same"),
            Ipynb.Code("3", "has space"), Ipynb.Code("4", "cell-2"), Ipynb.Code("5", new string('x', 65))));

        NotebookDocument notebook = NotebookReader.Read(path);

        Assert.Equal(["same", "cell-2x", "cell-3", "cell-2", "cell-5"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_source_may_be_a_list_of_lines_with_windows_line_ends_and_a_byte_order_mark()
    {
        string path = folder.Write("win.ipynb", "\uFEFF" + """
            {"nbformat":4,"nbformat_minor":2,"metadata":{},"cells":[
              {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["int a = 1;\r\n","a"]}]}
            """);

        Assert.Equal("int a = 1;\na", NotebookReader.Read(path).Cells[0].Source);
    }
}
