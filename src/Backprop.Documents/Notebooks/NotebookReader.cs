using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>Reads <c>.ipynb</c> files, nbformat 4.0 to 4.5.</summary>
public static class NotebookReader
{
    /// <summary>The largest file that is read, in bytes: an executed notebook of many plots stays far below.</summary>
    public const long MostBytes = 200_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>Reads a C# notebook.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="label">What errors call it; the path where it is left out.</param>
    /// <exception cref="DocumentException">
    /// It cannot be read, is no notebook, is too old, or is written in another language.
    /// </exception>
    public static NotebookDocument Read(string path, string? label = null)
    {
        label ??= path;
        byte[] bytes = NotebookFile.ReadBytes(path, label);
        try
        {
            return Parse(bytes, label);
        }
        catch (JsonException error)
        {
            throw new DocumentException($"{label}: is not JSON{Place(error)}. A notebook is a JSON file; "
                + "restore an older copy, or export it again from Jupyter.", error);
        }
        catch (InvalidOperationException error)
        {
            throw new DocumentException($"{label}: is no notebook, a part of it has an unexpected form.", error);
        }
    }

    private static NotebookDocument Parse(ReadOnlySpan<byte> bytes, string label)
    {
        ReadOnlySpan<byte> json = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            throw new DocumentException($"{label}: is empty. A new notebook from Jupyter says at least its format.");
        if (JsonNode.Parse(json, documentOptions: Strict) is not JsonObject root)
            throw new DocumentException($"{label}: is JSON, but no notebook: a notebook is an object with \"cells\".");
        CheckFormat(root, label);
        var notebook = new NotebookDocument { Metadata = TakeObject(root, "metadata") ?? [] };
        NotebookLanguage.Require(notebook.Metadata, label);
        if (root["cells"] is not JsonArray cells)
            throw new DocumentException($"{label}: has no \"cells\". Open and save it once in Jupyter.");
        var ids = new CellIds(cells);
        for (int i = 0; i < cells.Count; i++)
            notebook.Cells.Add(ReadCell(cells[i], ids, i, label));
        return notebook;
    }

    private static void CheckFormat(JsonObject root, string label)
    {
        if (root["nbformat"] is not JsonValue value || !value.TryGetValue(out int format))
            throw new DocumentException($"{label}: does not say its notebook format (\"nbformat\"); is it a notebook?");
        if (format < 4)
            throw new DocumentException(string.Create(CultureInfo.InvariantCulture,
                $"{label}: has notebook format {format}, formats 4.0 to 4.5 can run. "
                + $"Convert it: jupyter nbconvert --to notebook --nbformat 4 {label}"));
        if (format > 4)
            throw new DocumentException(string.Create(CultureInfo.InvariantCulture,
                $"{label}: has notebook format {format}, which is newer than what can run here (4.0 to 4.5)."));
    }

    private static NotebookCell ReadCell(JsonNode? node, CellIds ids, int index, string label)
    {
        if (node is not JsonObject cell)
            throw new DocumentException(string.Create(CultureInfo.InvariantCulture,
                $"{label}: entry {index + 1} of \"cells\" is no cell."));
        CellKind kind = Text(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            string other => throw new DocumentException(string.Create(CultureInfo.InvariantCulture,
                $"{label}: cell {index + 1} is of type \"{other}\"; code, markdown and raw are known.")),
        };
        JsonObject metadata = TakeObject(cell, "metadata") ?? [];
        string source = Text(cell["source"]).ReplaceLineEndings("\n");
        if (kind == CellKind.Code && NotebookLanguage.OfCell(metadata) is { } language)
            source = DibFormat.Marked(language, source);
        return new NotebookCell(kind, ids.Next(cell), source)
        {
            Metadata = metadata,
            Attachments = TakeObject(cell, "attachments"),
            ExecutionCount = Count(cell),
            Outputs = cell["outputs"] is JsonArray list ? [.. list.Select(ReadOutput).OfType<NotebookOutput>()] : [],
        };
    }

    private static NotebookOutput? ReadOutput(JsonNode? node)
    {
        return node is not JsonObject output ? null : Text(output["output_type"]) switch
        {
            "stream" => new StreamEntry(Text(output["text"]), Text(output["name"]) == "stderr"),
            "display_data" => new DisplayEntry(ReadBundle(output)),
            "execute_result" => new DisplayEntry(ReadBundle(output), Count(output) ?? 0),
            "error" => new ErrorEntry(Text(output["ename"]), Text(output["evalue"]),
                output["traceback"] is JsonArray lines ? [.. lines.Select(Text)] : []),
            _ => null,
        };
    }

    private static MimeBundle ReadBundle(JsonObject output)
    {
        var bundle = new MimeBundle { Metadata = TakeObject(output, "metadata") ?? [] };
        if (output["data"] is not JsonObject data)
            return bundle;
        foreach ((string mime, JsonNode? content) in data)
        {
            if (!MimeTypes.IsJson(mime))
                bundle.Add(mime, Text(content));
            else if (content is not null)
                bundle.Add(mime, content.DeepClone());
        }
        return bundle;
    }

    private static int? Count(JsonObject node)
    {
        return node["execution_count"] is JsonValue value && value.TryGetValue(out int count) ? count : null;
    }

    // The format writes a text as one string or as a list of its lines.
    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(Text)),
        _ => node.GetValue<string>(),
    };

    private static JsonObject? TakeObject(JsonObject parent, string name)
    {
        var found = parent[name] as JsonObject;
        if (found is not null)
            parent.Remove(name);
        return found;
    }

    private static string Place(JsonException error) => error.LineNumber is not long line
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, byte {error.BytePositionInLine + 1})");
}
