using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public sealed class NotebookWriterTests : IDisposable
{
    // Every kind of cell and output, metadata of strangers, numbers and letters that a careless writer changes.
    private const string Everything = """
        {"nbformat":4,"nbformat_minor":5,
         "metadata":{"kernelspec":{"name":"c","display_name":"C#","language":"C#"},
                     "stranger":{"deep":[1,2.50,1e400,-0.0,null,true,{"ü":"<&>\u2028 😀"}]}},
         "cells":[
          {"cell_type":"markdown","id":"m","metadata":{"tags":["a","b"],"x":{"y":1.0}},"source":["# T\n","text"],
           "attachments":{"p.png":{"image/png":"iVBORw0KGgo="}}},
          {"cell_type":"raw","id":"r","metadata":{"format":"text/latex"},"source":"raw"},
          {"cell_type":"code","id":"c","metadata":{"nbgrader":{"grade":true,"points":5}},"execution_count":7,"source":"1+1",
           "outputs":[
            {"output_type":"stream","name":"stdout","text":["a\n","b"]},
            {"output_type":"stream","name":"stderr","text":"warn"},
            {"output_type":"display_data","metadata":{"image/png":{"width":3}},"data":{"image/png":"iVBORw0KGgo=",
              "text/html":["<b>\n","x</b>"],"application/vnd.plotly.v1+json":{"data":[{"y":[1,2.0]}]}}},
            {"output_type":"execute_result","execution_count":7,"metadata":{},"data":{"text/plain":"2"}},
            {"output_type":"error","ename":"E","evalue":"v","traceback":["\u001b[31mE\u001b[0m","at 1"]}]}]}
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reading_and_writing_keeps_everything_and_is_valid()
    {
        string written = ReadAndWrite(Everything);

        NotebookSchema.Check(written);
        Assert.True(JsonNode.DeepEquals(Joined(JsonNode.Parse(Everything)), Joined(JsonNode.Parse(written))), written);
        Assert.Contains("2.50", written, StringComparison.Ordinal);
        Assert.Contains("1e400", written, StringComparison.Ordinal);
        Assert.Contains("\"ü\": \"<&>", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes()
    {
        string once = ReadAndWrite(Everything);

        Assert.Equal(once, ReadAndWrite(once));
        Assert.EndsWith("}\n", once, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', once);
    }

    [Fact]
    public void An_old_notebook_is_written_as_4_5()
    {
        string written = ReadAndWrite(Ipynb.With(Ipynb.CSharp, 0, Ipynb.Text("# A"), Ipynb.Code("1")));

        NotebookSchema.Check(written);
        Assert.Equal(5, (int)JsonNode.Parse(written)!["nbformat_minor"]!);
    }

    [Fact]
    public void Halves_of_letters_and_control_characters_do_not_spoil_the_file()
    {
        var notebook = new NotebookDocument();
        var cell = new NotebookCell(CellKind.Code, "c", "\"\ud800\u0000\"");
        cell.Outputs.Add(new StreamEntry("a\udc00b\u001b", isError: false));
        cell.Outputs.Add(new DisplayEntry(new MimeBundle().Add(MimeBundle.Text, "\ud800")));
        notebook.Cells.Add(cell);
        string path = folder["odd.ipynb"];

        NotebookWriter.Write(notebook, path);

        NotebookSchema.Check(folder.Read("odd.ipynb"));
        Assert.Single(NotebookReader.Read(path).Cells);
    }

    [Fact]
    public void The_check_of_validity_finds_what_is_wrong()
    {
        string written = ReadAndWrite(Everything);
        foreach ((string right, string wrong) in new[]
        {
            ("\"id\": \"c\"", "\"id\": \"c c\""), ("\"id\": \"c\"", "\"id\": \"m\""), ("\"stdout\"", "1"),
            ("\"execution_count\": 7,\n   \"id\"", "\"id\""), ("\"ename\"", "\"eman\""), ("\"nbformat_minor\": 5",
                "\"nbformat_minor\": 4"),
        })
        {
            Assert.Contains(right, written, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(
                () => NotebookSchema.Check(written.Replace(right, wrong, StringComparison.Ordinal)));
        }
    }

    [FactWithPython("nbformat")]
    public void Jupyters_own_reader_finds_the_written_notebook_valid()
    {
        string path = folder.Write("in.ipynb", Everything);
        NotebookWriter.Write(NotebookReader.Read(path), folder["out.ipynb"]);

        string answer = FactWithPythonAttribute.Run(
            "nbformat",
            "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=4)); print('valid')",
            folder["out.ipynb"]);

        Assert.Equal("valid", answer.Trim());
    }

    private string ReadAndWrite(string json)
    {
        NotebookDocument notebook = NotebookReader.Read(folder.Write("in.ipynb", json));
        NotebookWriter.Write(notebook, folder["out.ipynb"]);
        return folder.Read("out.ipynb");
    }

    // A text and the list of its lines mean the same.
    private static JsonNode? Joined(JsonNode? node, string name = "") => node switch
    {
        JsonArray lines when name is "source" or "text" || name.StartsWith("text/", StringComparison.Ordinal)
            => string.Concat(lines.Select(line => (string)line!)),
        JsonArray array => new JsonArray([.. array.Select(item => Joined(item))]),
        JsonObject o => new JsonObject(o.Select(e => KeyValuePair.Create(e.Key, Joined(e.Value, e.Key)))),
        _ => node?.DeepClone(),
    };
}
