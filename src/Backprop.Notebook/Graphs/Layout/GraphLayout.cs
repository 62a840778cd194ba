namespace Backprop.Graphs;

// Layout/: where boxes, edges and their texts stand. It knows no colour, no number and no SVG.

/// <summary>
/// A layered drawing of a graph (after Sugiyama): inputs on top, the output below, edges never through a box.
/// </summary>
internal sealed class GraphLayout
{
    private const double LeastGap = 52;
    private const double MostGap = 132;

    private GraphLayout(double boxWidth, double boxHeight)
    {
        BoxWidth = boxWidth;
        BoxHeight = boxHeight;
    }

    /// <summary>How wide each box is.</summary>
    public double BoxWidth { get; }

    /// <summary>How high each box is.</summary>
    public double BoxHeight { get; }

    /// <summary>The upper left corner of each node's box.</summary>
    public required IReadOnlyList<Point> Boxes { get; init; }

    /// <summary>The way of each edge, in the order of the graph's edges.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>Lays out a graph with boxes of one size.</summary>
    public static GraphLayout Of(Graph graph, double boxWidth, double boxHeight)
    {
        var (ranks, routes) = Ranks.Fill(graph, boxWidth);
        Ordering.Sort(ranks);
        Coordinates.Assign(ranks);
        double[] tops = Tops(ranks, boxHeight);
        Dictionary<int, Place> nodes = ranks.SelectMany(rank => rank)
            .Where(place => place.Node is not null)
            .ToDictionary(place => place.Node!.Value);
        var ports = new Ports(graph, routes, boxWidth);
        return new GraphLayout(boxWidth, boxHeight)
        {
            Boxes =
            [
                .. graph.Nodes.Select(node => nodes[node.Id])
                    .Select(place => new Point(place.X - (boxWidth / 2), tops[place.Rank])),
            ],
            Routes =
            [
                .. graph.Edges.Select((edge, i) => new Route(edge, Bends(i, routes[i], ports, tops, boxHeight))),
            ],
        };
    }

    /// <summary>The more edges lie between two ranks, the more room their labels need.</summary>
    private static double[] Tops(List<Place>[] ranks, double boxHeight)
    {
        var tops = new double[ranks.Length];
        for (int rank = 1; rank < ranks.Length; rank++)
        {
            int edges = ranks[rank].Sum(place => place.Above.Count);
            int busiest = Math.Max(
                ranks[rank].Max(place => place.Above.Count), ranks[rank - 1].Max(place => place.Below.Count));
            double gap = LeastGap + (10 * Math.Min(edges - 1, 4)) + (8 * (busiest - 1));
            tops[rank] = tops[rank - 1] + boxHeight + Math.Min(gap, MostGap);
        }
        return tops;
    }

    private static List<Bend> Bends(int edge, Place[] route, Ports ports, double[] tops, double boxHeight)
    {
        var bends = new List<Bend>();
        for (int i = 1; i < route.Length; i++)
        {
            double startX = i == 1 ? ports.Start(edge) : route[i - 1].X;
            double endX = i == route.Length - 1 ? ports.End(edge) : route[i].X;
            var start = new Point(startX, tops[route[i - 1].Rank] + boxHeight);
            var end = new Point(endX, tops[route[i].Rank]);
            double half = (end.Y - start.Y) / 2;
            bends.Add(new Bend(start, start with { Y = start.Y + half }, end with { Y = end.Y - half }, end));
        }
        return bends;
    }
}
