namespace Backprop;

/// <summary>
/// One step of a gated recurrent unit: r = σ(W_ir x + W_hr h), z = σ(W_iz x + W_hz h), n = tanh(W_in x + r ⊙ (W_hn h)),
/// h′ = (1 − z) ⊙ n + z ⊙ h, each product with its bias. Cho and others, 2014.
/// </summary>
/// <remarks>r acts after the matrix product, as PyTorch and cuDNN have it; the paper applies it before. Blocks of the
/// weights stand in the order r, z, n.</remarks>
public sealed class GruCell : RecurrentCell
{
    internal const int GateCount = 3;

    /// <summary>A cell with random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    /// <param name="inputs">Features that come in at a step.</param>
    /// <param name="hidden">Units of the state.</param>
    /// <param name="bias">Whether biases are added.</param>
    public GruCell(int inputs, int hidden, bool bias = true)
        : this(CellWeights.Draw(inputs, hidden, GateCount, bias))
    {
    }

    internal GruCell(CellWeights weights)
        : base(weights)
    {
    }

    /// <summary>The state after one step from a state of zeros.</summary>
    public override Tensor Forward(Tensor x)
    {
        Check(x);
        return Next(FromInput(x), Start(x))[0];
    }

    /// <summary>The state after a step: [batch, inputs] and [batch, hidden] → [batch, hidden].</summary>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Forward(Tensor x, Tensor state)
    {
        Check(x, state);
        return Next(FromInput(x), [state])[0];
    }

    internal override Tensor[] Next(Tensor fromInput, Tensor[] state)
    {
        var h = state[0];
        Tensor[] x = fromInput.Split(Hidden, -1), from = FromHidden(h).Split(Hidden, -1);
        var reset = (x[0] + from[0]).Sigmoid();
        var keep = (x[1] + from[1]).Sigmoid();
        var candidate = (x[2] + reset * from[2]).Tanh();
        return [(1 - keep) * candidate + keep * h];
    }
}
