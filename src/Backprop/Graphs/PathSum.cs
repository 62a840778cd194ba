using System.Numerics;

namespace Backprop;

/// <summary>
/// Slopes as the notes define them: ∂y(o)/∂y(i) = Σ over all paths of Π z along the path.
/// Right by definition, and hopeless in a deep network: ten layers of two nodes have 2¹⁰ = 1,024 paths.
/// </summary>
internal sealed class PathSum(Graph graph)
{
    /// <summary>More paths than this are not walked.</summary>
    public static readonly BigInteger Most = 10_000_000;

    /// <summary>Entry i is the number of paths from i to o: the recurrence with 1 on each edge.</summary>
    public BigInteger[] Counts(int o)
    {
        var counts = new BigInteger[graph.Nodes.Count];
        counts[o] = 1;
        for (int i = o - 1; i >= 0; i--)
        {
            foreach (GraphEdge edge in graph.OutOf(i).Where(edge => edge.To <= o))
                counts[i] += counts[edge.To];
        }
        return counts;
    }

    /// <summary>
    /// The paths from i to o, depth first, in the order of the edges. A stack in place of recursion: a path may be
    /// as long as the graph has nodes. Ways that do not end in o are never entered.
    /// </summary>
    public IEnumerable<GraphPath> Between(int i, int o)
    {
        BigInteger[] counts = Counts(o);
        if (counts[i].IsZero)
            yield break;
        var path = new List<GraphEdge>();
        var choices = new Stack<Queue<GraphEdge>>();
        int here = i;
        while (true)
        {
            if (here == o)
                yield return Describe(i, path);
            // A path that has reached o is complete: no edge leads from o back to it.
            IEnumerable<GraphEdge> onward = here == o ? [] : graph.OutOf(here);
            choices.Push(new Queue<GraphEdge>(onward.Where(edge => !counts[edge.To].IsZero)));
            while (choices.Peek().Count == 0)
            {
                choices.Pop();
                if (choices.Count == 0)
                    yield break;
                path.RemoveAt(path.Count - 1);
            }
            GraphEdge next = choices.Peek().Dequeue();
            path.Add(next);
            here = next.To;
        }
    }

    private GraphPath Describe(int start, List<GraphEdge> path) => new(
        [graph.Nodes[start].Name, .. path.Select(edge => graph.Nodes[edge.To].Name)],
        [.. path.Select(edge => edge.Local!.Value)]);
}
