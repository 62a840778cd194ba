namespace Backprop.Graphs;

/// <summary>What a box stands for that is drawn in the place of many nodes.</summary>
/// <param name="Count">How many nodes.</param>
/// <param name="Title">How many and how they repeat: <c>200 × 5 nodes</c>.</param>
/// <param name="What">What they are: <c>MatMul, Add, Tanh</c>.</param>
internal sealed record NodeGroup(int Count, string Title, string What);
