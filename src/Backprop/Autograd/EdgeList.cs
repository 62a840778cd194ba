using System.Collections;
using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>Makes a graph from a list of edges (from, to, local derivative) with names for nodes.</summary>
internal static class EdgeList
{
    /// <summary>Reads a sequence of edges: records with From, To and a number, or tuples of three.</summary>
    /// <returns>The graph, or null if the object is no such sequence.</returns>
    public static Graph? TryRead(object value)
    {
        if (value is string or not IEnumerable)
            return null;
        var edges = new List<(string, string, double)>();
        foreach (object? element in (IEnumerable)value)
        {
            if (element is null || Read(element) is not { } edge)
                return null;
            edges.Add(edge);
        }
        return ToGraph(edges);
    }

    /// <summary>The graph of these edges. Nodes are sorted so that inputs come first.</summary>
    /// <param name="edges">The edges in any order.</param>
    /// <param name="output">The output; null: the only node that nothing is made from.</param>
    public static Graph ToGraph(IReadOnlyList<(string From, string To, double Local)> edges, string? output = null)
    {
        if (edges.Count == 0)
            throw new ArgumentException("There are no edges. A graph needs at least one.");
        string[] names = [.. edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct()];
        string[] sorted = Sort(names, edges);
        Dictionary<string, int> ids = sorted.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        if (output is not null && !ids.ContainsKey(output))
            throw new ArgumentException($"No edge leads to or from {output}. The nodes are {Join(sorted)}.");
        return new Graph(
            sorted.Select((name, id) => new GraphNode(id, name, "")),
            edges.Select(edge => new GraphEdge(ids[edge.From], ids[edge.To], edge.Local)),
            ids[output ?? TheOnlyEnd(sorted, edges)]);
    }

    private static (string, string, double)? Read(object element)
    {
        if (element is ITuple { Length: 3 } tuple)
        {
            return tuple[2] is { } third && Members.IsNumber(third.GetType())
                ? (Name(tuple[0]), Name(tuple[1]), Members.Number(third)!.Value)
                : null;
        }
        Type type = element.GetType();
        Members.Member? from = Members.Find(type, _ => true, "From");
        Members.Member? to = Members.Find(type, _ => true, "To");
        Members.Member? local = Members.Of(type)
            .FirstOrDefault(member => Members.IsNumber(member.Type) && member.Name is not ("From" or "To"));
        return from is null || to is null || Members.Number(local?.Get(element)) is not { } number
            ? null
            : (Name(from.Get(element)), Name(to.Get(element)), number);
    }

    private static string Name(object? node) => FormattableString.Invariant($"{node}");

    /// <summary>Kahn's order; among nodes that are ready, the one that was named first comes first.</summary>
    private static string[] Sort(string[] names, IReadOnlyList<(string From, string To, double Local)> edges)
    {
        Dictionary<string, int> mention = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        ILookup<string, string> leaving = edges.ToLookup(edge => edge.From, edge => edge.To);
        Dictionary<string, int> waitsFor = names.ToDictionary(name => name, _ => 0);
        foreach (var (_, to, _) in edges)
            waitsFor[to]++;
        var ready = new PriorityQueue<string, int>(
            names.Where(name => waitsFor[name] == 0).Select(name => (name, mention[name])));
        var sorted = new List<string>();
        while (ready.TryDequeue(out string? name, out _))
        {
            sorted.Add(name);
            foreach (string to in leaving[name])
            {
                if (--waitsFor[to] == 0)
                    ready.Enqueue(to, mention[to]);
            }
        }
        if (sorted.Count < names.Length)
        {
            throw new ArgumentException(
                $"The edges lead in a circle: {Join(Circle(waitsFor, edges), " → ")}. "
                + "Turn one of them round; following the edges must never lead back.");
        }
        return [.. sorted];
    }

    /// <summary>One circle: from a node that waits, back over nodes that wait, until one comes again.</summary>
    private static List<string> Circle(
        Dictionary<string, int> waitsFor, IReadOnlyList<(string From, string To, double Local)> edges)
    {
        ILookup<string, string> arriving = edges.ToLookup(edge => edge.To, edge => edge.From);
        var path = new List<string> { waitsFor.First(pair => pair.Value > 0).Key };
        while (true)
        {
            string before = arriving[path[^1]].First(name => waitsFor[name] > 0);
            int seen = path.IndexOf(before);
            path.Add(before);
            if (seen >= 0)
                return [.. path.Skip(seen).Reverse()];
        }
    }

    private static string TheOnlyEnd(string[] names, IReadOnlyList<(string From, string To, double Local)> edges)
    {
        var left = edges.Select(edge => edge.From).ToHashSet();
        string[] ends = [.. names.Where(name => !left.Contains(name))];
        return ends.Length == 1
            ? ends[0]
            : throw new ArgumentException(
                $"The edges end in {ends.Length} nodes: {Join(ends)}. "
                + $"Say which is the output: ScalarGraph.FromEdges(edges, output: \"{ends[^1]}\").");
    }

    private static string Join(IReadOnlyCollection<string> names, string between = ", ") =>
        names.Count <= 20
            ? string.Join(between, names)
            : $"{string.Join(between, names.Take(20))}{between}… ({names.Count - 20} more)";
}
