namespace Backprop;

/// <summary>One pass over all examples.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="Loss">The mean loss of its examples, each measured before the step it took part in.</param>
/// <param name="ValidationLoss">The loss on held-back examples after the pass; null if there are none.</param>
/// <param name="Elapsed">Time since the training began.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, TimeSpan Elapsed);
