using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>Writes <c>.ipynb</c> files, nbformat 4.5, laid out as Jupyter lays them out.</summary>
public static class NotebookWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        MaxDepth = 300,
        // The file is JSON and never part of a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the whole file or, when that fails, leaves the old one.</summary>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(NotebookDocument notebook, string path)
    {
        AtomicFile.Write(path, stream => Write(notebook, stream));
    }

    /// <summary>Writes the notebook into a stream.</summary>
    public static void Write(NotebookDocument notebook, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            foreach (NotebookCell cell in notebook.Cells)
                WriteCell(json, cell);
            json.WriteEndArray();
            WriteNode(json, "metadata", notebook.Metadata);
            json.WriteNumber("nbformat", 4);
            json.WriteNumber("nbformat_minor", 5);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteCell(Utf8JsonWriter json, NotebookCell cell)
    {
        json.WriteStartObject();
        if (cell.Attachments is not null && cell.Kind != CellKind.Code)
            WriteNode(json, "attachments", cell.Attachments);
        json.WriteString("cell_type", cell.Kind switch
        {
            CellKind.Code => "code",
            CellKind.Markdown => "markdown",
            _ => "raw",
        });
        if (cell.Kind == CellKind.Code)
            WriteCount(json, cell.ExecutionCount);
        json.WriteString("id", cell.Id);
        WriteNode(json, "metadata", cell.Metadata);
        if (cell.Kind == CellKind.Code)
        {
            json.WriteStartArray("outputs");
            foreach (NotebookOutput output in cell.Outputs)
                WriteOutput(json, output);
            json.WriteEndArray();
        }
        WriteLines(json, "source", cell.Source);
        json.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter json, NotebookOutput output)
    {
        json.WriteStartObject();
        switch (output)
        {
            case StreamEntry stream:
                json.WriteString("name", stream.IsError ? "stderr" : "stdout");
                json.WriteString("output_type", "stream");
                WriteLines(json, "text", stream.Text);
                break;
            case DisplayEntry display:
                WriteBundle(json, display.Data);
                if (display.Count is not null)
                    WriteCount(json, display.Count);
                WriteNode(json, "metadata", display.Data.Metadata);
                json.WriteString("output_type", display.Count is null ? "display_data" : "execute_result");
                break;
            case ErrorEntry error:
                json.WriteString("ename", error.Name);
                json.WriteString("evalue", error.Message);
                json.WriteString("output_type", "error");
                json.WriteStartArray("traceback");
                foreach (string line in error.Traceback)
                    json.WriteStringValue(line);
                json.WriteEndArray();
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteBundle(Utf8JsonWriter json, MimeBundle bundle)
    {
        json.WriteStartObject("data");
        foreach ((string mime, object content) in bundle.Formats)
        {
            if (content is JsonNode node)
                WriteNode(json, mime, node);
            else if (MimeTypes.IsLines(mime))
                WriteLines(json, mime, (string)content);
            else
                json.WriteString(mime, (string)content);
        }
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, int? count)
    {
        if (count is int number)
            json.WriteNumber("execution_count", number);
        else
            json.WriteNull("execution_count");
    }

    private static void WriteNode(Utf8JsonWriter json, string name, JsonNode node)
    {
        json.WritePropertyName(name);
        node.WriteTo(json);
    }

    private static void WriteLines(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartArray(name);
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            json.WriteStringValue(text.AsSpan(start, next - start));
            start = next;
        }
        json.WriteEndArray();
    }
}
