namespace Backprop.Documents;

/// <summary>A lesson as a learner gets it.</summary>
public static class ReleasedNotebook
{
    /// <summary>The notebook without solutions, hidden tests and outputs. The given one is not changed.</summary>
    /// <exception cref="DocumentException">A region of a cell is not as it should be.</exception>
    public static NotebookDocument Of(NotebookDocument notebook, string label) => new()
    {
        Metadata = notebook.Metadata.DeepClone().AsObject(),
        Cells = [.. notebook.Cells.Select(cell => Released(cell, label))],
    };

    private static NotebookCell Released(NotebookCell cell, string label)
    {
        string source = cell.Kind == CellKind.Raw ? cell.Source : ReleasedSource.Of(cell.Source, $"{label}, cell {cell.Id}");
        return new NotebookCell(cell.Kind, cell.Id, source)
        {
            Metadata = cell.Metadata.DeepClone().AsObject(),
            Attachments = cell.Attachments?.DeepClone().AsObject(),
        };
    }
}
