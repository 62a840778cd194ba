namespace Backprop.Graphs;

// Layout/: where boxes, edges and their texts stand. It knows no colour, no number and no SVG.

/// <summary>
/// A layered drawing of a graph (after Sugiyama): inputs on top, the output below, edges never through a box or a text.
/// </summary>
internal sealed class GraphLayout
{
    private const double LeastGap = 26;
    private const double MostGap = 96;

    private GraphLayout()
    {
    }

    /// <summary>How wide all of it is.</summary>
    public required double Width { get; init; }

    /// <summary>The box of each node; those of one rank are equally high.</summary>
    public required IReadOnlyList<Rect> Boxes { get; init; }

    /// <summary>The way of each edge, in the order of the graph's edges.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>The texts of the edges that have one.</summary>
    public required IReadOnlyList<EdgeLabel> Labels { get; init; }

    /// <summary>Lays out a graph with boxes of one width.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="boxWidth">How wide each box is.</param>
    /// <param name="boxHeights">How high each node's box must be.</param>
    /// <param name="labels">The text of each edge, in the order of the graph's edges; null for none.</param>
    public static GraphLayout Of(
        Graph graph, double boxWidth, IReadOnlyList<double> boxHeights, LabelText[]? labels = null)
    {
        labels ??= new LabelText[graph.Edges.Count];
        var (ranks, routes) = Ranks.Fill(graph, boxWidth, boxHeights, labels);
        Ordering.Sort(ranks);
        Coordinates.Assign(ranks);
        var heights = new RankHeights(ranks, LeastGap, MostGap);
        Dictionary<int, Place> nodes = ranks.SelectMany(rank => rank)
            .Where(place => place.Node is not null)
            .ToDictionary(place => place.Node!.Value);
        var ports = new Ports(graph, routes, boxWidth);
        return new GraphLayout()
        {
            Width = ranks.SelectMany(rank => rank).Max(place => place.X + (place.Width / 2)),
            Boxes =
            [
                .. graph.Nodes.Select(node => Box(nodes[node.Id], heights)),
            ],
            Routes =
            [
                .. graph.Edges.Select((edge, i) => new Route(edge, Bends(i, routes[i], ports, heights))),
            ],
            Labels =
            [
                .. graph.Edges.SelectMany((edge, i) => routes[i]
                    .Where(place => !place.Label.IsEmpty)
                    .Select(place => Label(edge, place, heights))),
            ],
        };
    }

    private static Rect Box(Place place, RankHeights heights)
    {
        double top = heights.Top(place.Rank);
        return new Rect(place.X - (place.Width / 2), top, place.Width, heights.Bottom(place.Rank) - top);
    }

    private static EdgeLabel Label(GraphEdge edge, Place place, RankHeights heights)
    {
        double width = place.Label.Width;
        double height = place.Label.Height;
        double middle = (heights.Top(place.Rank) + heights.Bottom(place.Rank)) / 2;
        double left = place.X - (place.Width / 2) + (place.IsTextLeft ? 0 : Place.LineRoom);
        return new EdgeLabel(edge, place.Label, new Rect(left, middle - (height / 2), width, height), place.IsTextLeft);
    }

    private static List<Bend> Bends(int edge, Place[] route, Ports ports, RankHeights heights)
    {
        var bends = new List<Bend>();
        for (int i = 1; i < route.Length; i++)
        {
            double startX = i == 1 ? ports.Start(edge) : route[i - 1].LineX;
            double endX = i == route.Length - 1 ? ports.End(edge) : route[i].LineX;
            var start = new Point(startX, heights.Bottom(route[i - 1].Rank));
            var end = new Point(endX, heights.Top(route[i].Rank));
            double half = (end.Y - start.Y) / 2;
            bends.Add(new Bend(start, start with { Y = start.Y + half }, end with { Y = end.Y - half }, end));
        }
        return bends;
    }
}
