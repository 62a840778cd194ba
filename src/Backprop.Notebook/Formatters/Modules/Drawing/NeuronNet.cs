namespace Backprop;

/// <summary>A net small enough to be drawn neuron by neuron: linear layers with functions between them.</summary>
/// <param name="Layers">The linear layers.</param>
/// <param name="Functions">The function behind each, or an empty string.</param>
internal sealed record NeuronNet(IReadOnlyList<Linear> Layers, IReadOnlyList<string> Functions)
{
    private const int MostNeurons = 10;
    private const int MostWeights = 160;

    /// <summary>How many neurons stand in each column, the inputs first.</summary>
    public IReadOnlyList<int> Widths { get; } = [Layers[0].Weight.Shape[1], .. Layers.Select(l => l.Weight.Shape[0])];

    public string About => string.Join("-", Widths) + ", as neurons; a line is a weight";

    /// <summary>The net in words.</summary>
    public string Label
    {
        get
        {
            IEnumerable<string> parts = Layers.Select((l, i) => Functions[i].Length == 0
                ? FormattableString.Invariant($"{Widths[i + 1]}")
                : FormattableString.Invariant($"{Widths[i + 1]} {Functions[i]}"));
            return FormattableString.Invariant($"{Widths[0]} inputs → ") + string.Join(" → ", parts);
        }
    }

    /// <summary>The net of a module, or null where it is too large or of another kind.</summary>
    public static NeuronNet? Of(Module module)
    {
        var layers = new List<Linear>();
        var functions = new List<string>();
        foreach (Module leaf in Leaves(module))
        {
            if (leaf is Linear linear)
            {
                layers.Add(linear);
                functions.Add("");
            }
            else if (layers.Count > 0 && functions[^1].Length == 0 && BlockKind.IsElementwise(leaf))
                functions[^1] = leaf.ToString();
            else
                return null;
        }
        bool isChain = layers.Count > 0
            && Enumerable.Range(1, layers.Count - 1).All(i => layers[i].Weight.Shape[1] == layers[i - 1].Weight.Shape[0]);
        if (!isChain || layers.Sum(l => l.Weight.Shape.Size) > MostWeights)
            return null;
        var net = new NeuronNet(layers, functions);
        return net.Widths.All(width => width <= MostNeurons) ? net : null;
    }

    // Only what runs one behind the other: of a learner's own class the order is not known.
    private static IEnumerable<Module> Leaves(Module module) => module switch
    {
        Sequential net => net.Layers.SelectMany(Leaves),
        Mlp mlp => Leaves(mlp.Layers),
        _ => [module],
    };
}
