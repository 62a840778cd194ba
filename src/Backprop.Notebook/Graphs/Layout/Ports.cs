namespace Backprop.Graphs;

/// <summary>
/// Where edges leave and enter a box: side by side along its border, in the order in which they come.
/// </summary>
internal sealed class Ports
{
    private const double Widest = 44;
    private const double Margin = 14;
    private readonly double[] starts;
    private readonly double[] ends;

    /// <summary>Spreads the edges of each node.</summary>
    public Ports(Graph graph, Place[][] routes, double boxWidth)
    {
        starts = new double[routes.Length];
        ends = new double[routes.Length];
        for (int node = 0; node < graph.Nodes.Count; node++)
        {
            int id = node;
            int[] leaving = [.. Enumerable.Range(0, routes.Length).Where(i => routes[i][0].Node == id)];
            Spread([.. leaving.OrderBy(i => routes[i][1].LineX)], starts, i => routes[i][0].X, boxWidth);
            int[] entering = [.. Enumerable.Range(0, routes.Length).Where(i => routes[i][^1].Node == id)];
            Spread([.. entering.OrderBy(i => routes[i][^2].LineX)], ends, i => routes[i][^1].X, boxWidth);
        }
    }

    /// <summary>x at which an edge leaves its first box.</summary>
    public double Start(int edge) => starts[edge];

    /// <summary>x at which an edge enters its last box.</summary>
    public double End(int edge) => ends[edge];

    private static void Spread(int[] edges, double[] x, Func<int, double> middle, double boxWidth)
    {
        double step = edges.Length < 2 ? 0 : Math.Min(Widest, (boxWidth - (2 * Margin)) / (edges.Length - 1));
        for (int i = 0; i < edges.Length; i++)
            x[edges[i]] = middle(edges[i]) + ((i - ((edges.Length - 1) / 2.0)) * step);
    }
}
