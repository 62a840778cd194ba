namespace Backprop;

/// <summary>The plain recurrent net over sequences: h_t = tanh(W_ih x_t + b_ih + W_hh h_(t−1) + b_hh).
/// [batch, time, inputs] → [batch, time, directions · hidden]. Elman, 1990.</summary>
public sealed class Rnn : RecurrentLayer
{
    private readonly Layer activation;

    /// <summary>A net with random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    /// <param name="inputs">Features of a step.</param>
    /// <param name="hidden">Units of the state.</param>
    /// <param name="layers">How many stand one on the other.</param>
    /// <param name="activation">tanh if left out; <c>Relu</c> is the other usual one.</param>
    /// <param name="bidirectional">Whether a second net reads from the end.</param>
    /// <param name="dropProbability">How likely an output is dropped on its way to the next layer.</param>
    /// <param name="bias">Whether biases are added.</param>
    public Rnn(int inputs, int hidden, int layers = 1, Layer? activation = null, bool bidirectional = false,
        double dropProbability = 0, bool bias = true)
        : base(inputs, hidden, 1, layers, bidirectional, dropProbability, bias) =>
        this.activation = activation ?? Functional.Tanh;

    /// <summary>What bends the sum.</summary>
    public Layer Activation => activation;

    /// <summary>All steps, with the state after the last.</summary>
    /// <param name="x">[batch, time, inputs]</param>
    /// <param name="state">Where to start, [layers · directions, batch, hidden]; zeros if left out.</param>
    /// <param name="lengths">How many steps of each row count; all if left out.</param>
    /// <exception cref="ArgumentException">A shape or a length does not fit.</exception>
    public Unrolled<Tensor> Run(Tensor x, Tensor? state = null, IReadOnlyList<int>? lengths = null)
    {
        var (outputs, end) = Unroll(x, state is null ? null : [state], lengths);
        return new(outputs, end[0]);
    }

    /// <summary>One layer and direction as a cell, which shares its weights: for looking at single steps.</summary>
    /// <exception cref="ArgumentException">There is no such layer or direction.</exception>
    public RnnCell Cell(int layer = 0, bool reverse = false) => (RnnCell)CellAt(layer, reverse);

    private protected override RecurrentCell CellOf(CellWeights weights) => new RnnCell(weights, activation);
}
