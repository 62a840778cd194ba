namespace Backprop.Display;

/// <summary>The cell whose code is running was interrupted. Nothing in the cell handles it; <c>finally</c>
/// runs.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was interrupted.");
