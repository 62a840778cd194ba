using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;

namespace Backprop;

/// <summary>
/// A graph of plain numbers as the notes draw it: values y(i) in the nodes, local derivatives z(i, j) on the edges.
/// This folder holds the mathematics of such graphs, in the open; it is not how tensors learn (that is Autograd).
/// </summary>
/// <example><code>
/// var graph = ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).At(1);
/// graph.SumOverPaths("w", "o")   // −0.60234, path by path
/// graph.S("w", "o")              // −0.60234, with each edge visited once
/// </code></example>
public sealed class ScalarGraph
{
    private readonly PathSum paths;
    private readonly Recurrence recurrence;

    /// <summary>Makes a scalar graph from a graph whose edges all carry a number.</summary>
    /// <exception cref="ArgumentException">An edge carries no local derivative, as in a graph of tensors.</exception>
    public ScalarGraph(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Edges.FirstOrDefault(edge => edge.Local is null) is { } bare)
        {
            throw new ArgumentException(
                $"The edge from {graph.Nodes[bare.From].Name} to {graph.Nodes[bare.To].Name} carries no number. "
                + "A scalar graph needs a local derivative on each edge.");
        }
        recurrence = new Recurrence(graph);
        Graph = WithGradients(graph, recurrence.Table(graph.Output));
        paths = new PathSum(Graph);
    }

    /// <summary>The nodes and edges. Where the source knew no gradients, they are those of the recurrence.</summary>
    public Graph Graph { get; }

    /// <summary>The names of the input nodes.</summary>
    public IReadOnlyList<string> Inputs => [.. Graph.Inputs.Select(id => Graph.Nodes[id].Name)];

    /// <summary>The name of the output node.</summary>
    public string Output => Graph.Nodes[Graph.Output].Name;

    /// <summary>How many paths lead from the inputs to the output. Counted with a table, not by walking them.</summary>
    public BigInteger PathCount
    {
        get
        {
            BigInteger[] counts = paths.Counts(Graph.Output);
            return Graph.Inputs.Aggregate(BigInteger.Zero, (sum, input) => sum + counts[input]);
        }
    }

    /// <summary>Reads a formula of one number; <c>.At(…)</c> then computes the graph.</summary>
    /// <param name="formula">A lambda of + − · / and Math.Cos, Sin, Exp, Log, Sqrt, Tanh, Pow, Abs, Max, Min.</param>
    /// <exception cref="NotSupportedException">The lambda holds something else; the message names it.</exception>
    public static ScalarFormula From(Expression<Func<double, double>> formula) => ExpressionReader.Read(formula);

    /// <summary>Reads a formula of two numbers; see <see cref="From(Expression{Func{double, double}})"/>.</summary>
    public static ScalarFormula From(Expression<Func<double, double, double>> formula) =>
        ExpressionReader.Read(formula);

    /// <summary>Reads a formula of three numbers; see <see cref="From(Expression{Func{double, double}})"/>.</summary>
    public static ScalarFormula From(Expression<Func<double, double, double, double>> formula) =>
        ExpressionReader.Read(formula);

    /// <summary>Reads a formula of four numbers; see <see cref="From(Expression{Func{double, double}})"/>.</summary>
    public static ScalarFormula From(Expression<Func<double, double, double, double, double>> formula) =>
        ExpressionReader.Read(formula);

    /// <summary>Makes a graph from its edges alone; the nodes then hold no values.</summary>
    /// <param name="edges">Names of two nodes and the local derivative between them, in any order.</param>
    /// <param name="output">The output node; may be left out if only one node has no edge leaving it.</param>
    /// <exception cref="ArgumentException">The edges lead in a circle, or the output is not clear.</exception>
    public static ScalarGraph FromEdges(
        IEnumerable<(string From, string To, double Local)> edges, string? output = null) =>
        new(EdgeList.ToGraph([.. edges], output));

    /// <summary>
    /// A network of one input <c>in</c>, layers of nodes <c>1a, 1b, …, 2a, …</c>, and one output <c>out</c>, each node
    /// joined to each of the next layer. Every local derivative is 1, so each path brings 1 and the slope is the count.
    /// </summary>
    /// <param name="layers">The number of layers between input and output, at least 1.</param>
    /// <param name="width">The number of nodes in a layer, 1 to 26.</param>
    public static ScalarGraph Layered(int layers, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 26);
        var edges = new List<(string, string, double)>();
        string[] before = ["in"];
        for (int layer = 1; layer <= layers + 1; layer++)
        {
            string[] nodes = layer > layers
                ? ["out"]
                : [.. Enumerable.Range(0, width).Select(k => FormattableString.Invariant($"{layer}{(char)('a' + k)}"))];
            edges.AddRange(from one in before from other in nodes select (one, other, 1.0));
            before = nodes;
        }
        return FromEdges(edges);
    }

    /// <summary>
    /// The six-node example with whole numbers: y2 = y1², y3 = 3·y1, y4 = y2 + y3, y5 = y3 − y2, y6 = y4 · y5.
    /// At y1 = 2 four paths bring 8 − 40 + 6 + 30 = 4.
    /// </summary>
    public static ScalarGraph SixNodes(double w = 2) =>
        From((double y) => ((y * y) + (3 * y)) * ((3 * y) - (y * y))).Named("1", "2", "3", "4", "5", "6").At(w);

    /// <summary>The value y(node) of the forward pass.</summary>
    /// <exception cref="InvalidOperationException">The graph was made from edges alone.</exception>
    public double Value(string node) =>
        Graph.Find(node).Value
        ?? throw new InvalidOperationException(
            $"Node {node} holds no value: the graph was made from edges alone. Make it from a formula to have values.");

    /// <summary>The local derivative z(i, j) = ∂y(j) / ∂y(i) on the edge from i to j.</summary>
    /// <returns>The number on the edge; the sum where several edges join the two nodes.</returns>
    /// <exception cref="ArgumentException">No edge leads from i to j.</exception>
    public double Local(string i, string j)
    {
        int to = Graph.Find(j).Id;
        GraphEdge[] edges = [.. Graph.OutOf(Graph.Find(i).Id).Where(edge => edge.To == to)];
        return edges.Length > 0
            ? edges.Sum(edge => edge.Local!.Value)
            : throw new ArgumentException(
                $"No edge leads from {i} to {j}. For the slope over all paths ask S({i}, {j}).");
    }

    /// <summary>
    /// The paths from a node to the output, each with its product; found one by one as you ask for them.
    /// </summary>
    public IEnumerable<GraphPath> Paths(string from) => Paths(from, Output);

    /// <summary>The paths between two nodes, each with its product; found one by one as you ask for them.</summary>
    public IEnumerable<GraphPath> Paths(string from, string to) =>
        paths.Between(Graph.Find(from).Id, Graph.Find(to).Id);

    /// <summary>How many paths lead from i to o. Counted with a table, not by walking them.</summary>
    public BigInteger CountPaths(string i, string o) => paths.Counts(Graph.Find(o).Id)[Graph.Find(i).Id];

    /// <summary>∂y(o)/∂y(i) as the notes define it: the sum over all paths of the products along each path.</summary>
    /// <exception cref="InvalidOperationException">More than ten million paths; the message says how many.</exception>
    public double SumOverPaths(string i, string o)
    {
        BigInteger count = CountPaths(i, o);
        return count <= PathSum.Most
            ? Paths(i, o).Sum(path => path.Product)
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"From {i} to {o} lead {count:N0} paths, too many to walk one by one. "
                + $"S(\"{i}\", \"{o}\") visits each edge once."));
    }

    /// <summary>
    /// ∂y(o)/∂y(i) by dynamic programming: S(i, o) = Σ S(j, o) · z(i, j) over the edges i → j, S(o, o) = 1.
    /// </summary>
    public double S(string i, string o) => recurrence.Table(Graph.Find(o).Id)[Graph.Find(i).Id];

    /// <summary>
    /// The whole table of S for one output: entry i is S(i, o) of node i, with each edge visited once.
    /// </summary>
    public IReadOnlyList<double> Table(string o) => recurrence.Table(Graph.Find(o).Id);

    /// <summary>Its size and the number of its paths.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"scalar {Graph}, {PathCount:N0} paths");

    private static Graph WithGradients(Graph graph, double[] table)
    {
        return graph.Nodes.All(node => node.Gradient is not null)
            ? graph
            : new Graph(
                graph.Nodes.Select(node => node with { Gradient = node.Gradient ?? table[node.Id] }),
                graph.Edges, graph.Output, graph.Formula);
    }
}
