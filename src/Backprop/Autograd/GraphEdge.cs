namespace Backprop;

/// <summary>One edge of a <see cref="Graph"/>: the value of one node was used to make another.</summary>
/// <param name="From">The <see cref="GraphNode.Id"/> of the node that was used.</param>
/// <param name="To">The <see cref="GraphNode.Id"/> of the node that was made.</param>
/// <param name="Local">
/// The local derivative z(from, to) = ∂y(to) / ∂y(from), a number; null on the edges of tensors.
/// </param>
/// <param name="Formula">The local derivative as a formula, such as <c>−sin u</c>; empty where it is not known.</param>
public sealed record GraphEdge(int From, int To, double? Local = null, string Formula = "");
