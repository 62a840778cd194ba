namespace Backprop;

/// <summary>What an LSTM carries from step to step.</summary>
/// <param name="Hidden">h, what others see: [batch, hidden] of a cell, [layers · directions, batch, hidden] of a
/// layer.</param>
/// <param name="Cell">c, the memory that only gates touch; as large.</param>
public sealed record LstmState(Tensor Hidden, Tensor Cell);
