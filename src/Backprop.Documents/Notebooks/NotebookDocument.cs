using System.Text.Json.Nodes;

namespace Backprop.Documents;

// Notebooks/ is a notebook in memory and as an .ipynb file. It runs nothing and draws nothing.

/// <summary>A notebook: cells in order, and what other programs noted about it.</summary>
public sealed class NotebookDocument
{
    /// <summary>The kernel, the language and whatever else the file says; unknown entries are kept.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The cells, from top to bottom.</summary>
    public List<NotebookCell> Cells { get; init; } = [];
}
