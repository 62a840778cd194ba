using System.Globalization;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>
/// A graph with all that its drawing, its tables and its text have in common: which part is shown, how numbers and
/// derivatives are written, and what is to be said about it.
/// </summary>
internal sealed class GraphView
{
    /// <summary>More nodes than this are not drawn: nobody reads them, and the page grows.</summary>
    public const int MostNodes = 40;

    private readonly bool whole;
    private readonly bool letters;

    /// <summary>Prepares a graph.</summary>
    public GraphView(Graph graph)
    {
        Shown = graph.Nearest(MostNodes);
        if (graph.Edges.All(edge => edge.Local is not null))
        {
            Scalar = new ScalarGraph(graph);
            Shown = Scalar.Graph.Nearest(MostNodes);
        }
        Whole = graph;
        whole = Numbers().All(IsWhole);
        letters = Shown.Nodes.All(node => char.IsLetterOrDigit(node.Name[0]));
    }

    /// <summary>The whole graph.</summary>
    public Graph Whole { get; }

    /// <summary>The part that is drawn, with gradients where they can be computed.</summary>
    public Graph Shown { get; }

    /// <summary>The graph with its algorithms, if every edge carries a number.</summary>
    public ScalarGraph? Scalar { get; }

    /// <summary>The output's name.</summary>
    public string Output => Whole.Nodes[Whole.Output].Name;

    /// <summary>True if there are gradients to draw.</summary>
    public bool HasGradients => Shown.Nodes.Any(node => node.Gradient is not null);

    /// <summary>A number of the graph: five decimals as the notes print them, or none if all are whole.</summary>
    public string Number(double value) => whole ? NumberText.Fixed(value, 0) : Decimals(value);

    /// <summary>A number inside a product: whole ones without decimals, negative ones in brackets.</summary>
    public static string Factor(double value) => value < 0 ? $"({Plain(value)})" : Plain(value);

    /// <summary>A local derivative: whole ones without decimals.</summary>
    public static string Plain(double value) => IsWhole(value) ? NumberText.Fixed(value, 0) : Decimals(value);

    /// <summary>
    /// The gradient of a node in the notes' letters, such as <c>∂o/∂w</c>; for nodes named <c>+</c> the word.
    /// </summary>
    public string Gradient(string node) => letters ? $"∂{Symbol(Output)}/∂{Symbol(node)}" : "grad";

    /// <summary>
    /// The local derivative of an edge in the notes' letters, such as <c>∂p/∂u</c>; empty where names are signs.
    /// </summary>
    public string Local(GraphEdge edge) =>
        letters ? $"∂{Symbol(Shown.Nodes[edge.To].Name)}/∂{Symbol(Shown.Nodes[edge.From].Name)}" : "";

    /// <summary>The formula with its left side, or the output's name alone.</summary>
    public string Title => Whole.Formula.Length > 0 ? $"{Symbol(Output)} = {Whole.Formula}" : Output;

    /// <summary>What stands over the drawing.</summary>
    public string Heading => Whole.Formula.Length > 0 ? Title : $"graph of {Output}";

    /// <summary>What made a node, or that it is an input; empty where nobody knows.</summary>
    public string Operation(GraphNode node) =>
        node.Operation.Length > 0 ? node.Operation : Shown.Into(node.Id).Count == 0 ? "input" : "";

    /// <summary>
    /// The inputs with their values, such as <c>w = 1, b = 0.5</c>; empty where there are none or too many.
    /// </summary>
    public string Inputs
    {
        get
        {
            GraphNode[] inputs = [.. Whole.Inputs.Select(id => Whole.Nodes[id]).Where(node => node.Value is not null)];
            return inputs.Length > 4
                ? ""
                : string.Join(", ", inputs.Select(node => $"{Symbol(node.Name)} = {Short(node.Value!.Value)}"));
        }
    }

    /// <summary>The size in words, such as <c>5 nodes, 5 edges, 2 paths</c>.</summary>
    public string Size
    {
        get
        {
            string size = $"{Count(Whole.Nodes.Count, "node")}, {Count(Whole.Edges.Count, "edge")}";
            return Scalar is null ? size : $"{size}, {Count(Scalar.PathCount, "path")}";
        }
    }

    /// <summary>What is missing from the drawing; empty if nothing is.</summary>
    public string LeftOut => Shown.LeftOut == 0
        ? ""
        : $"Showing the {Shown.Nodes.Count} nodes nearest to {Output} of {NumberText.Count(Whole.Nodes.Count)}.";

    /// <summary>
    /// What does not fit together: gradients in the nodes that the edges do not confirm; empty if all fits.
    /// </summary>
    public string Alarm
    {
        get
        {
            if (Scalar is null || Whole.Nodes.Any(node => node.Gradient is null))
                return "";
            if (Whole.Nodes.All(node => node.Gradient == 0))
                return "Every grad is 0: the walk back has not run yet. The table shows what it will find.";
            IReadOnlyList<double> table = Scalar.Table(Output);
            GraphNode? wrong = Whole.Nodes.FirstOrDefault(node => !Near(node.Gradient!.Value, table[node.Id]));
            return wrong is null
                ? ""
                : $"Node {wrong.Name} holds grad {Number(wrong.Gradient!.Value)}, but the local derivatives on the edges "
                    + $"give {Number(table[wrong.Id])}.";
        }
    }

    /// <summary>A name inside a formula: the notes number nodes and write y4 for the value of node 4.</summary>
    public static string Symbol(string name) => char.IsAsciiDigit(name[0]) ? "y" + name : name;

    /// <summary>A number of things, in words.</summary>
    public static string Count(System.Numerics.BigInteger number, string word)
    {
        string text = number < 1_000_000_000_000
            ? NumberText.Count((long)number)
            : "about " + NumberText.Scientific((double)number);
        return number.IsOne ? $"1 {word}" : $"{text} {word}s";
    }

    private static bool Near(double a, double b) =>
        Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)))
        || (double.IsNaN(a) && double.IsNaN(b)) || a == b;

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
