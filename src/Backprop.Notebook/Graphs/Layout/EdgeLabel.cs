namespace Backprop.Graphs;

/// <summary>The text beside an edge, and where it stands.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Text">The text.</param>
/// <param name="Box">Its place; no line, no box and no other text comes near.</param>
/// <param name="RightAligned">True if it stands on the left of its edge.</param>
internal sealed record EdgeLabel(GraphEdge Edge, LabelText Text, Rect Box, bool RightAligned);
