namespace Backprop;

/// <summary>
/// A recurrent net over whole sequences: [batch, time, inputs] → [batch, time, directions · hidden]. Several layers
/// stand one on the other; with two directions a second net reads from the end, and both outputs stand side by side.
/// </summary>
/// <remarks>Gradients flow back through every step (backpropagation through time, Werbos, 1990); to stop them, start
/// from a state that is detached.</remarks>
public abstract class RecurrentLayer : Module
{
    [OwnKeys]
    private readonly OrderedDictionary<string, Tensor> weights = [];
    private readonly Dropout? dropout;

    private protected RecurrentLayer(
        int inputs, int hidden, int gates, int layers, bool bidirectional, double dropProbability, bool bias)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers);
        (Inputs, Hidden, Layers, IsBidirectional) = (inputs, hidden, layers, bidirectional);
        dropout = dropProbability == 0 ? null : new Dropout(dropProbability: dropProbability);
        for (int layer = 0; layer < layers; layer++)
        {
            for (int direction = 0; direction < Directions; direction++)
            {
                var drawn = CellWeights.Draw(layer == 0 ? inputs : Directions * hidden, hidden, gates, bias);
                string suffix = Suffix(layer, direction == 1);
                weights.Add("weight_ih" + suffix, drawn.Ih);
                weights.Add("weight_hh" + suffix, drawn.Hh);
                if (drawn is not { BiasIh: { } biasIh, BiasHh: { } biasHh })
                    continue;
                weights.Add("bias_ih" + suffix, biasIh);
                weights.Add("bias_hh" + suffix, biasHh);
            }
        }
    }

    /// <summary>Features of a step.</summary>
    public int Inputs { get; }

    /// <summary>Units of the state, in each layer and direction.</summary>
    public int Hidden { get; }

    /// <summary>How many layers stand one on the other.</summary>
    public int Layers { get; }

    /// <summary>Whether a second net reads from the end.</summary>
    public bool IsBidirectional { get; }

    /// <summary>Parameters by PyTorch's names: <c>weight_ih_l0</c>, <c>bias_hh_l1_reverse</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => weights;

    private int Directions => IsBidirectional ? 2 : 1;

    /// <summary>The outputs, from a state of zeros.</summary>
    /// <exception cref="ArgumentException">x is no batch of sequences of <see cref="Inputs"/> features.</exception>
    public override Tensor Forward(Tensor x) => Unroll(x, null, null).Outputs;

    /// <summary><c>Lstm(65 → 128, 2 layers, both directions)</c></summary>
    public override string ToString() => $"{GetType().Name}({Inputs} → {Hidden}"
        + (Layers == 1 ? "" : $", {Layers} layers") + (IsBidirectional ? ", both directions)" : ")");

    /// <summary>The cell with these weights.</summary>
    private protected abstract RecurrentCell CellOf(CellWeights weights);

    /// <summary>One layer and direction as a cell, which shares its weights.</summary>
    private protected RecurrentCell CellAt(int layer, bool reverse)
    {
        if (layer < 0 || layer >= Layers || reverse && !IsBidirectional)
        {
            throw new ArgumentException(
                $"{this} has no layer {layer}{(reverse ? " from the end" : "")}: count from 0.");
        }
        string suffix = Suffix(layer, reverse);
        return CellOf(new(weights["weight_ih" + suffix], weights["weight_hh" + suffix],
            weights.GetValueOrDefault("bias_ih" + suffix), weights.GetValueOrDefault("bias_hh" + suffix)));
    }

    /// <summary>All layers over all steps. A state is a tensor [layers · directions, batch, hidden], or two for an
    /// LSTM.</summary>
    internal (Tensor Outputs, Tensor[] State) Unroll(Tensor x, Tensor[]? state, IReadOnlyList<int>? lengths)
    {
        Check(x, state);
        var rows = lengths is null ? null : new RowLengths(lengths, x);
        var ends = new List<Tensor[]>();
        for (int layer = 0; layer < Layers; layer++)
        {
            if (layer > 0 && dropout is not null)
                x = dropout.Forward(x);
            var sides = new Tensor[Directions];
            for (int direction = 0; direction < Directions; direction++)
            {
                var cell = CellAt(layer, direction == 1);
                int place = ends.Count;
                Tensor[] start = state is null ? cell.Start(x) : Array.ConvertAll(state, part => part[place]);
                int mark = OpTrace.Mark();
                (sides[direction], var end) = AlongTime(cell, x, start, rows, direction == 1);
                if (rows is null && cell.IsStandard)
                    OpTrace.Fold(mark, new Recurrence(cell, direction == 1), [x, .. start], [sides[direction], .. end]);
                ends.Add(end);
            }
            x = sides.Length == 1 ? sides[0] : Tensor.Concat(sides, -1);
        }
        return (x, [.. ends[0].Select((_, part) => Tensor.Stack([.. ends.Select(end => end[part])], 0))]);
    }

    private static (Tensor Outputs, Tensor[] End) AlongTime(
        RecurrentCell cell, Tensor x, Tensor[] state, RowLengths? rows, bool reverse)
    {
        int steps = x.Shape[1];
        var outputs = new Tensor[steps];
        // All steps in one product; only the state's part must wait for the step before.
        var fromInput = cell.FromInput(x);
        for (int i = 0; i < steps; i++)
        {
            int t = reverse ? steps - 1 - i : i;
            var next = cell.Next(fromInput[.., t], state);
            outputs[t] = next[0];
            if (rows?.Reach(t) is { } reach)
            {
                outputs[t] = Tensor.Where(reach, next[0], 0);
                // A row that is over keeps its last state; read from the end, it has not begun.
                for (int part = 0; part < next.Length; part++)
                    next[part] = Tensor.Where(reach, next[part], state[part]);
            }
            state = next;
        }
        return (Tensor.Stack(outputs, 1), state);
    }

    /// <summary>A walk along time, as one step of a trace: x and the state before → the outputs and the state after.</summary>
    internal sealed record Recurrence(RecurrentCell Cell, bool IsReverse);

    private void Check(Tensor x, Tensor[]? state)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank != 3 || x.Shape[2] != Inputs)
        {
            bool isSingle = x.Shape.Rank == 2 && x.Shape[1] == Inputs;
            string hint = isSingle ? " A single one becomes a batch by x.Unsqueeze(0)." : "";
            throw new ArgumentException($"{this} takes sequences [batch, time, {Inputs}], not x {x.Shape}.{hint}");
        }
        if (x.Shape[1] == 0)
            throw new ArgumentException($"{this} takes sequences of one step or more, and x {x.Shape} has none.");
        Shape expected = [Layers * Directions, x.Shape[0], Hidden];
        foreach (var part in state ?? [])
        {
            if (part.Shape != expected)
            {
                throw new ArgumentException($"{this} starts x {x.Shape} from a state [layers · directions, batch, "
                    + $"hidden] = {expected}, not {part.Shape}.");
            }
        }
    }

    private static string Suffix(int layer, bool reverse) => $"_l{layer}{(reverse ? "_reverse" : "")}";
}
