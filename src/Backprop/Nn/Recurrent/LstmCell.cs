namespace Backprop;

/// <summary>
/// One step of a long short-term memory: i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b), c′ = f ⊙ c + i ⊙ g,
/// h′ = o ⊙ tanh(c′). The memory c passes from step to step without a weight, so its gradient does not fade while f is
/// near 1. Hochreiter and Schmidhuber, 1997; forget gate: Gers and others, 2000.
/// </summary>
/// <remarks>Blocks of the weights stand in the order i, f, g, o.</remarks>
public sealed class LstmCell : RecurrentCell
{
    /// <summary>A cell with random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    /// <param name="inputs">Features that come in at a step.</param>
    /// <param name="hidden">Units of the state.</param>
    /// <param name="bias">Whether biases are added.</param>
    public LstmCell(int inputs, int hidden, bool bias = true)
        : this(CellWeights.Draw(inputs, hidden, LstmGates.Count, bias))
    {
    }

    internal LstmCell(CellWeights weights)
        : base(weights)
    {
    }

    internal override int StateCount => 2;

    /// <summary>h after one step from a state of zeros.</summary>
    public override Tensor Forward(Tensor x)
    {
        Check(x);
        return Next(FromInput(x), Start(x))[0];
    }

    /// <summary>The state after a step: [batch, inputs] and twice [batch, hidden] → twice [batch, hidden].</summary>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public LstmState Forward(Tensor x, LstmState state) => Gates(x, state).Next(state.Cell);

    /// <summary>The gates of a step, to look at.</summary>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public LstmGates Gates(Tensor x, LstmState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Check(x, state.Hidden, state.Cell);
        return LstmGates.From(FromInput(x) + FromHidden(state.Hidden));
    }

    internal override Tensor[] Next(Tensor fromInput, Tensor[] state)
    {
        var (hidden, cell) = LstmGates.From(fromInput + FromHidden(state[0])).Next(state[1]);
        return [hidden, cell];
    }
}
