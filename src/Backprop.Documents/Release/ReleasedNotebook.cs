using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>A lesson as a learner gets it.</summary>
public static class ReleasedNotebook
{
    /// <summary>
    /// The notebook without solutions, hidden tests and outputs, its graded cells sealed. The given one is not changed.
    /// </summary>
    /// <exception cref="DocumentException">A region of a cell is not as it should be.</exception>
    public static NotebookDocument Of(NotebookDocument notebook, string label) => new()
    {
        Metadata = notebook.Metadata.DeepClone().AsObject(),
        Cells = [.. notebook.Cells.Select(cell => Released(cell, label))],
    };

    // A written answer: in the teacher's notebook a good one stands there.
    private static bool IsAnswer(NotebookCell cell) =>
        cell.Metadata["nbgrader"]?["solution"] is JsonValue value && value.TryGetValue(out bool solution) && solution;

    private static NotebookCell Released(NotebookCell cell, string label)
    {
        string source = cell.Kind switch
        {
            CellKind.Raw => cell.Source,
            CellKind.Markdown when IsAnswer(cell) => "*Your answer here.*",
            _ => ReleasedSource.Of(cell.Source, $"{label}, cell {cell.Id}"),
        };
        var released = new NotebookCell(cell.Kind, cell.Id, source)
        {
            Metadata = cell.Metadata.DeepClone().AsObject(),
            Attachments = cell.Attachments?.DeepClone().AsObject(),
        };
        CellSeal.Put(released);
        return released;
    }
}
