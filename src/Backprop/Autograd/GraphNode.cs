namespace Backprop;

/// <summary>One node of a <see cref="Graph"/>: a number or a tensor that was computed, and from what.</summary>
/// <param name="Id">Its place in <see cref="Graph.Nodes"/>, from 0; inputs come before what is made from them.</param>
/// <param name="Name">A name that no other node of the graph has.</param>
/// <param name="Operation">What made it, such as <c>cos u</c>; empty for an input or where it is not known.</param>
/// <param name="Value">The number that it holds; null where it is not known or where it holds a tensor.</param>
/// <param name="Gradient">The slope of the output with respect to this node; null where it is not known.</param>
/// <param name="Shape">The tensor's shape, such as <c>[64, 784]</c>; empty for a single number.</param>
public sealed record GraphNode(
    int Id, string Name, string Operation, double? Value = null, double? Gradient = null, string Shape = "")
{
    /// <summary>What the node is a picture of: a <see cref="Node"/> of autograd, or an object of a learner's
    /// class; null where there is none.</summary>
    public object? Source { get; init; }

    /// <summary>The tensor itself, while something still holds it: a leaf, a result that asked for its gradient, or one
    /// that backward will read.</summary>
    public Tensor? Tensor { get; init; }
}
