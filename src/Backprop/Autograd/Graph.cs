namespace Backprop;

/// <summary>
/// A computational graph to look at: nodes with values and gradients, edges with local derivatives.
/// It is a picture taken once, not the thing itself: nothing here computes or learns.
/// </summary>
public sealed class Graph
{
    private readonly List<GraphEdge>[] into;
    private readonly List<GraphEdge>[] outOf;

    /// <summary>Makes a graph from its nodes and edges.</summary>
    /// <param name="nodes">The nodes; node i has the id i, and inputs come before what is made from them.</param>
    /// <param name="edges">
    /// The edges, each from a smaller id to a larger one. Two edges may join the same nodes.
    /// </param>
    /// <param name="output">The id of the node whose gradients are shown.</param>
    /// <param name="formula">
    /// The whole as a formula, such as <c>cos(w²) + sin(w²)</c>; empty where it is not known.
    /// </param>
    /// <exception cref="ArgumentException">A node is out of place, or an edge leads nowhere or backwards.</exception>
    public Graph(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges, int output, string formula = "")
    {
        Nodes = [.. nodes];
        Edges = [.. edges];
        Output = output;
        Formula = formula;
        Validate();
        into = [.. Nodes.Select(_ => new List<GraphEdge>())];
        outOf = [.. Nodes.Select(_ => new List<GraphEdge>())];
        foreach (GraphEdge edge in Edges)
        {
            into[edge.To].Add(edge);
            outOf[edge.From].Add(edge);
        }
        Inputs = [.. Nodes.Where(node => into[node.Id].Count == 0).Select(node => node.Id)];
    }

    /// <summary>The nodes; inputs come before what is made from them.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The edges, each from a smaller id to a larger one.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The ids of the nodes that nothing leads to.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>The id of the node whose gradients are shown.</summary>
    public int Output { get; }

    /// <summary>The whole as a formula, such as <c>cos(w²) + sin(w²)</c>; empty where it is not known.</summary>
    public string Formula { get; }

    /// <summary>How many nodes of the original are left out of this view; see <see cref="Nearest"/>.</summary>
    public int LeftOut { get; private init; }

    /// <summary>
    /// The graph behind an object: a <see cref="Graph"/> itself; anything with a property <c>Graph</c>; any object
    /// whose class has a number <c>Value</c> or <c>Data</c>, perhaps a number <c>Grad</c> and a text <c>Name</c> or
    /// <c>Label</c>, and <c>Inputs</c> of pairs (node, number); or a list of edges, each with a <c>From</c>, a
    /// <c>To</c> and a number.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The object has none of these shapes, or its nodes lead in a circle.
    /// </exception>
    public static Graph Of(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value as Graph ?? ObjectGraph.OwnGraph(value) ?? EdgeList.TryRead(value) ?? ObjectGraph.Read(value);
    }

    /// <summary>The node of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public GraphNode Find(string name)
    {
        return Nodes.FirstOrDefault(node => node.Name == name)
            ?? throw new ArgumentException($"No node is called {name}. The nodes are {ListOfNames()}.", nameof(name));
    }

    /// <summary>The edges that lead to a node, in the order of its inputs.</summary>
    public IReadOnlyList<GraphEdge> Into(int node) => into[node];

    /// <summary>The edges that leave a node.</summary>
    public IReadOnlyList<GraphEdge> OutOf(int node) => outOf[node];

    /// <summary>The part of this graph that lies nearest to the output, for graphs too large to draw.</summary>
    /// <param name="count">How many nodes to keep at most.</param>
    /// <returns>
    /// This graph if it is small enough; else a smaller one whose <see cref="LeftOut"/> says how many are missing.
    /// </returns>
    public Graph Nearest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Nodes.Count <= count)
            return this;
        var kept = new HashSet<int> { Output };
        var waiting = new Queue<int>([Output]);
        while (kept.Count < count && waiting.TryDequeue(out int node))
        {
            foreach (GraphEdge edge in into[node])
            {
                if (kept.Count < count && kept.Add(edge.From))
                    waiting.Enqueue(edge.From);
            }
        }
        int[] old = [.. kept.Order()];
        Dictionary<int, int> place = old.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        IEnumerable<GraphEdge> edges = Edges
            .Where(edge => place.ContainsKey(edge.From) && place.ContainsKey(edge.To))
            .Select(edge => edge with { From = place[edge.From], To = place[edge.To] });
        IEnumerable<GraphNode> nodes = old.Select(id => Nodes[id] with
        {
            Id = place[id],
            Operation = Nodes[id].Operation.Length == 0 && into[id].Count > 0 ? "…" : Nodes[id].Operation,
        });
        return new Graph(nodes, edges, place[Output], Formula) { LeftOut = LeftOut + Nodes.Count - old.Length };
    }

    /// <summary>How large it is, such as <c>graph of 5 nodes and 5 edges</c>.</summary>
    public override string ToString() => $"graph of {Count(Nodes.Count, "node")} and {Count(Edges.Count, "edge")}";

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";

    private string ListOfNames()
    {
        string names = string.Join(", ", Nodes.Take(20).Select(node => node.Name));
        return Nodes.Count > 20 ? $"{names} and {Nodes.Count - 20} more" : names;
    }

    private void Validate()
    {
        if (Output < 0 || Output >= Nodes.Count)
            throw new ArgumentException($"The output is node {Output}, but there are {Nodes.Count} nodes, from 0 on.");
        var names = new HashSet<string>();
        for (int i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i].Id != i)
                throw new ArgumentException($"Node {Nodes[i].Name} has the id {Nodes[i].Id} but stands at place {i}.");
            if (!names.Add(Nodes[i].Name))
                throw new ArgumentException($"Two nodes are called {Nodes[i].Name}. Give each a name of its own.");
        }
        foreach (GraphEdge edge in Edges)
        {
            if (edge.From < 0 || edge.To >= Nodes.Count || edge.From >= edge.To)
            {
                throw new ArgumentException(
                    $"An edge leads from node {edge.From} to node {edge.To}. Edges lead from a smaller id to a larger "
                    + $"one, below {Nodes.Count}.");
            }
        }
    }
}
