using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text that is passed on as it is.</summary>
    Raw,
}

/// <summary>One cell of a notebook.</summary>
/// <param name="kind">What the cell holds.</param>
/// <param name="id">Its name, unique in the notebook: 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="source">Its text, lines separated by <c>\n</c>.</param>
public sealed class NotebookCell(CellKind kind, string id, string source)
{
    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; } = kind;

    /// <summary>The cell's name, unique in the notebook.</summary>
    public string Id { get; } = id;

    /// <summary>The cell's text.</summary>
    public string Source { get; } = source;

    /// <summary>Tags, grading and whatever else the file says; unknown entries are kept.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Pictures pasted into a Markdown cell: file name → MIME type → base64 text.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>The number in front of a code cell that was run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>What the cell showed when it ran.</summary>
    public List<NotebookOutput> Outputs { get; init; } = [];

    /// <summary>True for a code cell with something to run.</summary>
    public bool IsRunnable => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);

    /// <summary>Whether the cell carries a tag, such as <c>raises-exception</c>.</summary>
    public bool HasTag(string tag)
    {
        return Metadata["tags"] is JsonArray tags
            && tags.Any(t => t is JsonValue value && value.TryGetValue(out string? text) && text == tag);
    }
}
