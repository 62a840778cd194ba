namespace Backprop;

/// <summary>
/// Slopes by dynamic programming: S(o, o) = 1, and S(i, o) = Σ S(j, o) · z(i, j) over the edges that leave i.
/// Each S is computed once, from the output backwards, so the cost is one visit per edge.
/// </summary>
internal sealed class Recurrence(Graph graph)
{
    /// <summary>Entry i is S(i, o); 0 for nodes from which no path leads to o.</summary>
    public double[] Table(int o)
    {
        var s = new double[graph.Nodes.Count];
        // Edges that lead away from o must not count, not even as 0: 0 · ∞ would be NaN.
        var leadsToOutput = new bool[graph.Nodes.Count];
        s[o] = 1;
        leadsToOutput[o] = true;
        for (int i = o - 1; i >= 0; i--)
        {
            foreach (GraphEdge edge in graph.OutOf(i).Where(edge => leadsToOutput[edge.To]))
            {
                s[i] += s[edge.To] * edge.Local!.Value;
                leadsToOutput[i] = true;
            }
        }
        return s;
    }
}
