namespace Backprop;

/// <summary>
/// A formula that was read into steps, before any number is put in; <c>ScalarGraph.From(…)</c> makes it.
/// </summary>
public sealed class ScalarFormula
{
    private const int LongestText = 60;
    private readonly IReadOnlyList<string> names;
    private readonly int inputs;
    private readonly IReadOnlyList<Step> steps;
    private readonly int output;

    internal ScalarFormula(IReadOnlyList<string> names, int inputs, IReadOnlyList<Step> steps, int output)
    {
        this.names = names;
        this.inputs = inputs;
        this.steps = steps;
        this.output = output;
    }

    /// <summary>
    /// What a step works on: an earlier node, or a plain number (which has no node: nothing flows into it).
    /// </summary>
    internal readonly record struct Operand(int Node, double Constant)
    {
        public bool IsConstant => Node < 0;

        public static Operand Number(double value) => new(-1, value);
    }

    /// <summary>One operation; its node comes after the inputs and the steps before it.</summary>
    internal sealed record Step(ScalarRule Rule, Operand A, Operand B)
    {
        public IEnumerable<Operand> Operands => Rule.Inputs == 1 ? [A] : [A, B];
    }

    /// <summary>The names of the nodes: first the inputs, then each step, in the order of computing.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The same formula with other names for its nodes.</summary>
    /// <exception cref="ArgumentException">Not one name per node, or a name twice.</exception>
    public ScalarFormula Named(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length != this.names.Count)
        {
            throw new ArgumentException(
                $"The formula has {this.names.Count} nodes ({string.Join(", ", this.names)}); "
                + $"you give {names.Length} names. Give one name for each.");
        }
        if (names.FirstOrDefault(string.IsNullOrEmpty) is not null || names.Distinct().Count() < names.Length)
            throw new ArgumentException("Each node needs a name of its own, and no name may be empty.");
        return new ScalarFormula(names, inputs, steps, output);
    }

    /// <summary>
    /// Computes the graph: the values forward, the local derivatives on the edges, the slopes backward.
    /// </summary>
    /// <param name="at">One number for each input, in the order of the lambda's parameters.</param>
    /// <exception cref="ArgumentException">Not one number per input.</exception>
    public ScalarGraph At(params double[] at)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (at.Length != inputs)
        {
            throw new ArgumentException(
                $"The formula has {inputs} inputs ({string.Join(", ", names.Take(inputs))}); "
                + $"you give {at.Length} numbers.");
        }
        var values = new List<double>(at);
        var nodes = at.Select((value, i) => new GraphNode(i, names[i], "", value)).ToList();
        var edges = new List<GraphEdge>();
        foreach (Step step in steps)
        {
            int id = nodes.Count;
            double a = Value(step.A);
            double b = Value(step.B);
            double result = step.Rule.Value(a, b);
            foreach (var (which, operand) in step.Operands.Index().Where(pair => !pair.Item.IsConstant))
            {
                string formula = step.Rule.SlopeTexts[which](Name(step.A), Name(step.B), Term.Node(names[id])).Text;
                edges.Add(new GraphEdge(operand.Node, id, step.Rule.Slopes[which](a, b, result), formula));
            }
            values.Add(result);
            nodes.Add(new GraphNode(id, names[id], step.Rule.Text(Name(step.A), Name(step.B)).Text, result));
        }
        return new ScalarGraph(new Graph(nodes, edges, output, Text()));

        double Value(Operand operand) => operand.IsConstant ? operand.Constant : values[operand.Node];
    }

    /// <summary>The formula as text, such as <c>o = cos(w²) + sin(w²)</c>.</summary>
    public override string ToString() => Text() is { Length: > 0 } text ? $"{names[output]} = {text}" : names[output];

    private Term Name(Operand operand) =>
        operand.IsConstant ? Term.Number(operand.Constant) : Term.Node(names[operand.Node]);

    /// <summary>
    /// The output in terms of the inputs; empty where that is too long to read (shared parts repeat).
    /// </summary>
    private string Text()
    {
        var texts = new List<Term?>(names.Take(inputs).Select(name => (Term?)Term.Node(name)));
        foreach (Step step in steps)
        {
            Term? text = Of(step.A) is { } a && Of(step.B) is { } b ? step.Rule.Text(a, b) : null;
            texts.Add(text?.Text.Length <= LongestText ? text : null);
        }
        return output < inputs ? "" : texts[output]?.Text ?? "";

        Term? Of(Operand operand) => operand.IsConstant ? Term.Number(operand.Constant) : texts[operand.Node];
    }
}
