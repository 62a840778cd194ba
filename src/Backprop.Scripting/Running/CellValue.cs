namespace Backprop.Scripting;

/// <summary>What the last expression of a cell gave.</summary>
/// <param name="Value">The value.</param>
/// <param name="From">The code that gave it; null where the cell ends in a directive.</param>
internal readonly record struct CellValue(object? Value, Submission? From)
{
    /// <summary>Whether it is shown: a last expression shows even <c>null</c>, a statement nothing.</summary>
    public bool IsShown => From is not null && (Value is not null || From.HasValue);
}
