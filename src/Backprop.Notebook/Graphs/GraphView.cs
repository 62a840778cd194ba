using System.Globalization;
using System.Numerics;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>
/// A graph with all that its drawing, its tables and its text have in common: which part is shown, how numbers and
/// derivatives are written, and what is to be said about it.
/// </summary>
internal sealed class GraphView
{
    // A longer one does not fit beside its number.
    private const int LongestDerivative = 9;

    private readonly bool whole;
    private readonly bool letters;

    /// <summary>Prepares a graph.</summary>
    /// <exception cref="ArgumentException">A name of the request is no node's.</exception>
    public GraphView(Graph graph, GraphRequest? request = null)
    {
        Request = request ?? GraphRequest.Whole;
        Held = Whole = Request.Apply(graph);
        if (Whole.Edges.All(edge => edge.Local is not null))
        {
            Scalar = new ScalarGraph(Whole);
            Whole = Scalar.Graph;
            Slopes = Scalar.Table(Scalar.Output);
            PathsOn = WaysTo(Whole);
        }
        Folded = Folding.Of(Whole, Request.MostBoxes);
        whole = Numbers().All(IsWhole);
        letters = Shown.Nodes.All(node => char.IsLetterOrDigit(node.Name[0]));
    }

    /// <summary>What was asked for.</summary>
    public GraphRequest Request { get; }

    /// <summary>The whole graph, with gradients where they can be computed.</summary>
    public Graph Whole { get; }

    /// <summary>What is drawn, and which of it stands for several nodes.</summary>
    public FoldedGraph Folded { get; }

    /// <summary>The graph that is drawn.</summary>
    public Graph Shown => Folded.Graph;

    /// <summary>The graph with its algorithms, if every edge carries a number.</summary>
    public ScalarGraph? Scalar { get; }

    /// <summary>S(i, output) of each node of the whole graph; empty where edges carry no numbers.</summary>
    public IReadOnlyList<double> Slopes { get; } = [];

    /// <summary>How many paths lead from each node of the whole graph to the output; empty without numbers.</summary>
    public IReadOnlyList<BigInteger> PathsOn { get; } = [];

    /// <summary>True for a calculation that autograd recorded.</summary>
    public bool IsOfTensors => Whole.Nodes[Whole.Output].Source is Node;

    /// <summary>The output's name.</summary>
    public string Output => Whole.Nodes[Whole.Output].Name;

    /// <summary>True if there are gradients to draw.</summary>
    public bool HasGradients => IsOfTensors || Shown.Nodes.Any(node => node.Gradient is not null);

    /// <summary>What stands over the drawing.</summary>
    public string Heading => Whole.Formula.Length > 0 ? Title : $"graph of {Output}";

    /// <summary>The formula with its left side, or the output's name alone.</summary>
    public string Title => Whole.Formula.Length > 0 ? $"{Symbol(Output)} = {Whole.Formula}" : Output;

    /// <summary>What kind of graph it is.</summary>
    public string Kind => Whole.Nodes[Whole.Output].Source switch
    {
        Node => "autograd graph",
        null => Scalar is null ? "" : "scalar graph",
        { } own => $"class {TypeNames.Of(own.GetType())}",
    };

    /// <summary>The size in words, such as <c>5 nodes, 5 edges, 2 paths</c>.</summary>
    public string Size
    {
        get
        {
            string size = $"{Count(Whole.Nodes.Count, "node")}, {Count(Whole.Edges.Count, "edge")}";
            return Scalar is null
                ? size
                : $"{size}, {Count(Whole.Inputs.Aggregate(BigInteger.Zero, (sum, id) => sum + PathsOn[id]), "path")}";
        }
    }

    /// <summary>
    /// The inputs with their values, such as <c>w = 1, b = 0.5</c>; of tensors, how many numbers they hold. Empty where
    /// there are none or too many.
    /// </summary>
    public string Inputs
    {
        get
        {
            if (IsOfTensors && Scalar is null)
            {
                long numbers = Whole.Inputs.Sum(id => SizeOf(Whole.Nodes[id]));
                return $"{Leaves(Whole.Inputs.Count)}, {Count(numbers, "number")}";
            }
            GraphNode[] inputs = [.. Whole.Inputs.Select(id => Whole.Nodes[id]).Where(node => node.Value is not null)];
            return inputs.Length > 4
                ? ""
                : string.Join(", ", inputs.Select(node => $"{Symbol(node.Name)} = {Short(node.Value!.Value)}"));
        }
    }

    /// <summary>The whole graph with those gradients only that its nodes hold themselves.</summary>
    public Graph Held { get; }

    /// <summary>A number of the graph: five decimals as the notes print them, or none if all are whole.</summary>
    public string Number(double value) => whole ? NumberText.Fixed(value, 0) : Decimals(value);

    /// <summary>A number inside a product: whole ones without decimals, negative ones in brackets.</summary>
    public static string Factor(double value) => value < 0 ? $"({Plain(value)})" : Plain(value);

    /// <summary>A local derivative: whole ones without decimals.</summary>
    public static string Plain(double value) => IsWhole(value) ? NumberText.Fixed(value, 0) : Decimals(value);

    /// <summary>
    /// The gradient of a node in the notes' letters, such as <c>∂o/∂w</c>; the word for nodes with long names and for
    /// those named <c>+</c>.
    /// </summary>
    public string Gradient(string node)
    {
        string text = $"∂{Symbol(Output)}/∂{Symbol(node)}";
        return letters && text.Length <= LongestDerivative ? text : "grad";
    }

    /// <summary>
    /// The local derivative of an edge in the notes' letters, such as <c>∂p/∂u</c>; empty where names are signs.
    /// </summary>
    public string Local(GraphEdge edge) => letters && !IsOfTensors
        ? $"∂{Symbol(Shown.Nodes[edge.To].Name)}/∂{Symbol(Shown.Nodes[edge.From].Name)}"
        : "";

    /// <summary>A node's name; a group's size.</summary>
    public static string NameOf(GraphNode node) => node.Source is NodeGroup group ? group.Title : node.Name;

    /// <summary>What made a node, or that it is an input; empty where nobody knows.</summary>
    public string Operation(GraphNode node) => node.Source switch
    {
        NodeGroup => "",
        // A tensor with a name of its own says what made it; others are called after it.
        Node made when made.Op is null || node.Name.StartsWith(made.Name, StringComparison.Ordinal) =>
            TensorNodes.Operation(made),
        Node made => $"{made.Name} {TensorNodes.Operation(made)}".TrimEnd(),
        _ => node.Operation.Length > 0 ? node.Operation : Shown.Into(node.Id).Count == 0 ? "input" : "",
    };

    /// <summary>A name inside a formula: the notes number nodes and write y4 for the value of node 4.</summary>
    public static string Symbol(string name) => char.IsAsciiDigit(name[0]) ? "y" + name : name;

    /// <summary>A number of things, in words.</summary>
    public static string Count(BigInteger number, string word)
    {
        string text = number < 1_000_000_000_000
            ? NumberText.Count((long)number)
            : "about " + About(number);
        return number.IsOne ? $"1 {word}" : $"{text} {word}s";
    }

    // Too many paths for a double: 2 to the power of a few thousand.
    private static string About(BigInteger number) => (double)number is var size && double.IsFinite(size)
        ? NumberText.Scientific(size)
        : $"10^{NumberText.Count((long)BigInteger.Log10(number))}";

    private static string Leaves(int count) => count == 1 ? "1 leaf" : $"{NumberText.Count(count)} leaves";

    private static long SizeOf(GraphNode node) => node.Source is Node made ? made.Shape.Size : 1;

    private static BigInteger[] WaysTo(Graph graph)
    {
        var ways = new BigInteger[graph.Nodes.Count];
        ways[graph.Output] = 1;
        for (int i = graph.Output - 1; i >= 0; i--)
        {
            foreach (GraphEdge edge in graph.OutOf(i))
                ways[i] += ways[edge.To];
        }
        return ways;
    }

    private static bool IsWhole(double value) => value == Math.Round(value) && Math.Abs(value) < 1e9;

    private static string Short(double value) =>
        NumberText.Minus(value.ToString("G6", CultureInfo.InvariantCulture));

    private static string Decimals(double value) =>
        Math.Abs(value) is >= 100_000 or (> 0 and < 0.0001)
            ? NumberText.Significant(value, 5)
            : double.IsFinite(value) && value == 0 ? "0.00000" : NumberText.Fixed(value, 5);

    private IEnumerable<double> Numbers() =>
        Shown.Nodes.SelectMany(node => new[] { node.Value, node.Gradient })
            .Concat(Shown.Edges.Select(edge => edge.Local))
            .OfType<double>();
}
