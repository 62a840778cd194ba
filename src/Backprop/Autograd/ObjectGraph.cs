using System.Collections;

namespace Backprop;

/// <summary>
/// Reads the graph behind any object that keeps its inputs, such as the class that a learner wrote in lesson 8:
/// a number <c>Value</c> or <c>Data</c>, a number <c>Grad</c>, and <c>Inputs</c> of pairs (node, number).
/// </summary>
internal static class ObjectGraph
{
    private const string Shape =
        "a number Value or Data, a number Grad, and Inputs of pairs (node, number)";

    /// <summary>How to read one class of nodes.</summary>
    private sealed record Reader(
        Members.Member Value, Members.Member? Gradient, Members.Member? Name, Members.Member Inputs);

    /// <summary>A node on the way: the object, and how many of its inputs were visited.</summary>
    private sealed record Visit(object Node, IReadOnlyList<(object Node, double Local)> Inputs)
    {
        public int Next { get; set; }
    }

    /// <summary>The value of a property <c>Graph</c> of type <see cref="Graph"/>, or null if there is none.</summary>
    public static Graph? OwnGraph(object value) =>
        (Graph?)Members.Find(value.GetType(), type => type == typeof(Graph), "Graph")?.Get(value);

    /// <summary>Reads the graph that ends in a node. Nodes may be a million deep: nothing here recurses.</summary>
    public static Graph Read(object output)
    {
        var readers = new Dictionary<Type, Reader>();
        var ids = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var order = new List<Visit>();
        var path = new Stack<Visit>();
        const int underWay = -1;
        Enter(output);
        while (path.TryPeek(out Visit? visit))
        {
            if (visit.Next == visit.Inputs.Count)
            {
                path.Pop();
                ids[visit.Node] = order.Count;
                order.Add(visit);
                continue;
            }
            object input = visit.Inputs[visit.Next].Node;
            visit.Next++;
            if (!ids.TryGetValue(input, out int known))
                Enter(input);
            else if (known == underWay)
                throw new ArgumentException(CircleMessage(path, input));
        }
        return Build(order, ids, readers);

        void Enter(object node)
        {
            ids[node] = underWay;
            path.Push(new Visit(node, InputsOf(node, ReaderOf(node.GetType(), readers))));
        }
    }

    private static Graph Build(List<Visit> order, Dictionary<object, int> ids, Dictionary<Type, Reader> readers)
    {
        var names = new UniqueNames();
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        foreach (Visit visit in order)
        {
            Reader reader = readers[visit.Node.GetType()];
            string name = reader.Name?.Get(visit.Node) as string ?? "";
            nodes.Add(new GraphNode(
                nodes.Count,
                names.Make(name.Length > 0 ? name : visit.Inputs.Count == 0 ? "x" : "v", numbered: name.Length == 0),
                "",
                Members.Number(reader.Value.Get(visit.Node)),
                Members.Number(reader.Gradient?.Get(visit.Node))) { Source = visit.Node });
            edges.AddRange(visit.Inputs.Select(input => new GraphEdge(ids[input.Node], nodes.Count - 1, input.Local)));
        }
        return new Graph(nodes, edges, nodes.Count - 1);
    }

    private static Reader ReaderOf(Type type, Dictionary<Type, Reader> readers)
    {
        if (readers.TryGetValue(type, out Reader? known))
            return known;
        Members.Member? value = Members.Find(type, Members.IsNumber, "Value", "Data");
        Members.Member? inputs = Members.Find(type, list => list.IsAssignableTo(typeof(IEnumerable)), "Inputs");
        if (value is null || inputs is null)
        {
            string missing = value is null ? "number Value or Data" : "list Inputs";
            throw new ArgumentException(
                $"{type.Name} has no public {missing}. A graph can be drawn of objects whose class has {Shape}.");
        }
        Members.Member? gradient = Members.Find(type, Members.IsNumber, "Grad");
        Members.Member? name = Members.Find(type, text => text == typeof(string), "Name", "Label");
        return readers[type] = new Reader(value, gradient, name, inputs);
    }

    private static List<(object Node, double Local)> InputsOf(object node, Reader reader)
    {
        var inputs = new List<(object, double)>();
        foreach (object? pair in (IEnumerable?)reader.Inputs.Get(node) ?? Array.Empty<object>())
        {
            IReadOnlyList<Members.Member> members = pair is null ? [] : Members.Of(pair.GetType());
            Members.Member? local = members.FirstOrDefault(member => Members.IsNumber(member.Type));
            object? from = members
                .Where(member => !member.Type.IsValueType && member.Type != typeof(string))
                .Select(member => member.Get(pair!))
                .FirstOrDefault(part => part is not null);
            if (local is null || from is null || Members.Number(local.Get(pair!)) is not { } number)
            {
                throw new ArgumentException(
                    $"An entry of {node.GetType().Name}.Inputs is {pair ?? "null"}, not a pair (node, number). "
                    + "Store each input with its local derivative.");
            }
            inputs.Add((from, number));
        }
        return inputs;
    }

    private static string CircleMessage(Stack<Visit> path, object again)
    {
        int length = 1 + path.TakeWhile(visit => !ReferenceEquals(visit.Node, again)).Count();
        string nodes = length == 1 ? "1 node is its own input" : $"{length} nodes feed each other";
        return $"This is no graph to draw: it leads in a circle ({nodes}). "
            + "A node can only be made from nodes that exist already.";
    }
}
