namespace Backprop.Kernel;

/// <summary>A cell that was run: a line of the history file.</summary>
/// <param name="Session">The life of a kernel that it belongs to, counted from 1.</param>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">The code.</param>
/// <param name="Output">Its value as text, or null.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output = null);
