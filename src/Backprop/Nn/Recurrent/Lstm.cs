namespace Backprop;

/// <summary>Long short-term memory over sequences; <see cref="LstmCell"/> has the formula.
/// [batch, time, inputs] → [batch, time, directions · hidden]. Hochreiter and Schmidhuber, 1997.</summary>
public sealed class Lstm : RecurrentLayer
{
    /// <summary>A net with random weights, evenly from −1/√hidden to 1/√hidden.</summary>
    /// <param name="inputs">Features of a step.</param>
    /// <param name="hidden">Units of the state.</param>
    /// <param name="layers">How many stand one on the other.</param>
    /// <param name="bidirectional">Whether a second net reads from the end.</param>
    /// <param name="dropProbability">How likely an output is dropped on its way to the next layer.</param>
    /// <param name="bias">Whether biases are added.</param>
    public Lstm(int inputs, int hidden, int layers = 1, bool bidirectional = false,
        double dropProbability = 0, bool bias = true)
        : base(inputs, hidden, LstmGates.Count, layers, bidirectional, dropProbability, bias)
    {
    }

    /// <summary>All steps, with the state after the last.</summary>
    /// <param name="x">[batch, time, inputs]</param>
    /// <param name="state">Where to start, twice [layers · directions, batch, hidden]; zeros if left out.</param>
    /// <param name="lengths">How many steps of each row count; all if left out.</param>
    /// <exception cref="ArgumentException">A shape or a length does not fit.</exception>
    public Unrolled<LstmState> Run(Tensor x, LstmState? state = null, IReadOnlyList<int>? lengths = null)
    {
        var (outputs, end) = Unroll(x, state is null ? null : [state.Hidden, state.Cell], lengths);
        return new(outputs, new(end[0], end[1]));
    }

    /// <summary>One layer and direction as a cell, which shares its weights: for looking at single steps.</summary>
    /// <exception cref="ArgumentException">There is no such layer or direction.</exception>
    public LstmCell Cell(int layer = 0, bool reverse = false) => (LstmCell)CellAt(layer, reverse);

    private protected override RecurrentCell CellOf(CellWeights weights) => new LstmCell(weights);
}
