namespace Backprop;

/// <summary>What a recurrent layer gives: <c>var (outputs, state) = lstm.Run(x);</c></summary>
/// <param name="Outputs">h of the last layer at every step, [batch, time, directions · hidden]; 0 beyond a row's
/// length.</param>
/// <param name="State">The state after each row's last step, of every layer and direction: what the next call may
/// start from.</param>
/// <typeparam name="TState">A tensor [layers · directions, batch, hidden], or an <see cref="LstmState"/> of
/// two.</typeparam>
public sealed record Unrolled<TState>(Tensor Outputs, TState State);
