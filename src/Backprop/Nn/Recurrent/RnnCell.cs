namespace Backprop;

/// <summary>
/// One step of the plain recurrent net: h′ = tanh(W_ih x + b_ih + W_hh h + b_hh). Elman, 1990. Its slope multiplies
/// from step to step, so the past fades or explodes.
/// </summary>
public sealed class RnnCell : RecurrentCell
{
    /// <summary>A cell with random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    /// <param name="inputs">Features that come in at a step.</param>
    /// <param name="hidden">Units of the state.</param>
    /// <param name="activation">tanh if left out; <c>Relu</c> is the other usual one.</param>
    /// <param name="bias">Whether biases are added.</param>
    public RnnCell(int inputs, int hidden, Layer? activation = null, bool bias = true)
        : this(CellWeights.Draw(inputs, hidden, 1, bias), activation ?? Functional.Tanh)
    {
    }

    internal RnnCell(CellWeights weights, Layer activation)
        : base(weights) => Activation = activation;

    /// <summary>What bends the sum.</summary>
    public Layer Activation { get; }

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

    internal override bool IsStandard => IsTanh || IsRelu;

    internal bool IsTanh => Module.Behind(Activation) is Tanh || Activation.Method == ((Layer)Functional.Tanh).Method;

    internal bool IsRelu => Module.Behind(Activation) is Relu || Activation.Method == ((Layer)Functional.Relu).Method;

    internal override Tensor[] Next(Tensor fromInput, Tensor[] state) => [Activation(fromInput + FromHidden(state[0]))];
}
