namespace Backprop.Graphs;

/// <summary>One step of the walk through a graph.</summary>
/// <param name="IsForward">True for the pass from the inputs to the output, false for the way back.</param>
/// <param name="Nodes">The nodes that are computed in it, by their ids; none in the step before all others.</param>
/// <param name="Sentences">What happens, with numbers.</param>
internal sealed record GraphStep(bool IsForward, IReadOnlyList<int> Nodes, IReadOnlyList<string> Sentences);
