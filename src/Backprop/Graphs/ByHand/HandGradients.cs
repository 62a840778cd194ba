namespace Backprop;

/// <summary>The gradients of the loss, a pair of arrays a layer.</summary>
/// <param name="Weights">∂L/∂W of each layer, <c>[outputs, inputs]</c>.</param>
/// <param name="Biases">∂L/∂b of each layer, <c>[outputs]</c>.</param>
/// <param name="Deltas">What the recurrence carried: δ = ∂L/∂a or Δ = ∂L/∂h of each layer.</param>
public sealed record HandGradients(double[][,] Weights, double[][] Biases, double[][] Deltas);
