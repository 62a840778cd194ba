namespace Backprop;

/// <summary>What a <see cref="StopRule"/> looks at, after a step or a pass; what is not measured stays null.</summary>
/// <param name="Iteration">How many steps or passes were made, from 1. The caller decides what is counted.</param>
/// <param name="Loss">The loss.</param>
/// <param name="GradientNorm">‖g‖ over all parameters, as <see cref="GradientClip.GradNorm"/> gives it.</param>
/// <param name="ValidationLoss">The loss on held-back examples.</param>
public sealed record StoppingPoint(
    int Iteration, double Loss, double? GradientNorm = null, double? ValidationLoss = null);
