namespace Backprop;

/// <summary>The gates of an LSTM at one step, each [batch, hidden].</summary>
/// <param name="Input">i, from 0 to 1: how much of the candidate is written.</param>
/// <param name="Forget">f, from 0 to 1: how much of the memory stays.</param>
/// <param name="Candidate">g, from −1 to 1: what may be written.</param>
/// <param name="Output">o, from 0 to 1: how much of the memory is shown.</param>
public sealed record LstmGates(Tensor Input, Tensor Forget, Tensor Candidate, Tensor Output)
{
    internal const int Count = 4;

    /// <summary>From the weighted sums in the order i, f, g, o: [batch, 4 · hidden].</summary>
    /// <exception cref="ArgumentException">The last axis does not divide by four.</exception>
    public static LstmGates From(Tensor sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        if (sums.Shape.Rank == 0 || sums.Shape[^1] % Count != 0 || sums.Shape[^1] == 0)
            throw new ArgumentException($"The last axis of {sums.Shape} does not divide into {Count} gates, i f g o.");
        var parts = sums.Split(sums.Shape[^1] / Count, -1);
        return new(parts[0].Sigmoid(), parts[1].Sigmoid(), parts[2].Tanh(), parts[3].Sigmoid());
    }

    /// <summary>c′ = f ⊙ c + i ⊙ g, h′ = o ⊙ tanh(c′).</summary>
    /// <param name="cell">c before the step.</param>
    public LstmState Next(Tensor cell)
    {
        var next = Forget * cell + Input * Candidate;
        return new(Output * next.Tanh(), next);
    }
}
