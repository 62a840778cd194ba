namespace Backprop;

/// <summary>
/// A finished graph as data: node i has a value, and its inputs are earlier nodes with local derivatives.
/// </summary>
/// <param name="Nodes">The nodes, inputs before what is made from them.</param>
/// <param name="Output">The place of the output.</param>
/// <param name="Calls">How often to walk back.</param>
public sealed record Wiring((double Data, (int Node, double Local)[] Inputs)[] Nodes, int Output, int Calls = 1);
