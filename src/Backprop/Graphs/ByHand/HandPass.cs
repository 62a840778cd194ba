namespace Backprop;

/// <summary>What the forward phase leaves behind for the backward phase.</summary>
/// <param name="PreActivations">a of each layer, first layer first.</param>
/// <param name="PostActivations">h of each layer with the network's input in front: one more than there are layers.</param>
public sealed record HandPass(double[][] PreActivations, double[][] PostActivations)
{
    /// <summary>The network's output o.</summary>
    public double[] Output => PostActivations[^1];
}
