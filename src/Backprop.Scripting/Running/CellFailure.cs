namespace Backprop.Scripting;

/// <summary>Ends a cell with an error that is described already: a part of it did not compile, or a directive failed.</summary>
internal sealed class CellFailure(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;
}
