using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>What kind of node each is, for finding what repeats and for saying what a group holds.</summary>
internal static class Kinds
{
    private const int MostNamed = 4;

    /// <summary>A number for each node; equal operations on equal shapes have equal numbers.</summary>
    public static int[] Of(Graph graph, int[] ids)
    {
        var numbers = new Dictionary<(string, string, int), int>();
        return
        [
            .. ids.Select(id =>
            {
                GraphNode node = graph.Nodes[id];
                // Two operations of tensors are of one kind whether or not they take constants.
                var kind = (Of(node), node.Shape, node.Source is Node ? 0 : graph.Into(id).Count);
                return numbers.TryGetValue(kind, out int known) ? known : numbers[kind] = numbers.Count;
            }),
        ];
    }

    /// <summary>A segment in words; null for a single node.</summary>
    public static NodeGroup? Describe(Graph graph, int[] ids, Segment segment)
    {
        if (segment.Length == 1)
            return null;
        GraphNode[] members = [.. ids[segment.Start..segment.End].Select(id => graph.Nodes[id])];
        if (segment.Period == 0)
            return new NodeGroup(members.Length, GraphView.Count(members.Length, "node"), Most(members));
        if (segment.Period == 1)
        {
            string kind = Of(members[0]);
            string count = NumberText.Count(members.Length);
            string title = kind.Length > 0 ? $"{count} × {kind}" : $"{count} nodes";
            return new NodeGroup(members.Length, title, Range(members));
        }
        int copies = segment.Length / segment.Period;
        string[] copy = [.. members.Take(segment.Period).Select(Of)];
        string nodes = GraphView.Count(segment.Period, "node");
        string what = copy.All(kind => kind.Length == 0) ? Range(members)
            : string.Join(" → ", copy.Take(MostNamed)) + (copy.Length > MostNamed ? " → …" : "");
        return new NodeGroup(members.Length, $"{NumberText.Count(copies)} × {nodes}", what);
    }

    /// <summary>Inputs in words.</summary>
    public static NodeGroup DescribeLeaves(Graph graph, int[] ids)
    {
        GraphNode[] leaves = [.. ids.Select(id => graph.Nodes[id])];
        long numbers = leaves.Sum(leaf => leaf.Source is Node node ? (long)node.Shape.Size : 1);
        bool isTensor = Array.Exists(leaves, leaf => leaf.Source is Node);
        return isTensor
            ? new NodeGroup(ids.Length, $"{NumberText.Count(ids.Length)} leaves", GraphView.Count(numbers, "number"))
            : new NodeGroup(ids.Length, GraphView.Count(ids.Length, "input"), Range(leaves));
    }

    private static string Most(GraphNode[] members)
    {
        string[] kinds =
        [
            .. members.GroupBy(Of)
                .Where(group => group.Key.Length > 0)
                .OrderByDescending(group => group.Count())
                .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")),
        ];
        return kinds.Length == 0 ? Range(members)
            : string.Join(", ", kinds.Take(MostNamed)) + (kinds.Length > MostNamed ? ", …" : "");
    }

    private static string Range(GraphNode[] members) => $"{members[0].Name} … {members[^1].Name}";

    // A learner's nodes are often called after their operation; a number behind it only tells them apart.
    private static string Of(GraphNode node) => node.Source is Node made ? made.Name
        : node.Operation.Length > 0 ? ""
        : node.Name.Trim([.. "0123456789₀₁₂₃₄₅₆₇₈₉"]);
}
