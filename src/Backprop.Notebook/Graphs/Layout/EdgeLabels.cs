namespace Backprop.Graphs;

/// <summary>The text beside an edge.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Quiet">The formula, in muted type; may be empty.</param>
/// <param name="Loud">The number, in bold type; may be empty.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="RightAligned">True if it stands on the left of its edge.</param>
internal sealed record EdgeLabel(GraphEdge Edge, string Quiet, string Loud, Rect Box, bool RightAligned);

/// <summary>
/// Finds a place for each edge's text: beside its edge, not on other texts or boxes, and on as few lines as possible.
/// </summary>
internal sealed class EdgeLabels(GraphLayout layout, double lineDistance)
{
    /// <summary>The height of a line of text.</summary>
    public const double LineHeight = 15;

    private const double Clearance = 7;

    private static readonly double[] Shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
    private static readonly double[] Lifts = [0, -0.5, 0.5];
    private static readonly bool[] Sides = [false, true];

    private readonly List<Rect> taken =
    [
        .. layout.Boxes.Select(box => new Rect(box.X, box.Y, layout.BoxWidth, layout.BoxHeight)),
    ];

    private readonly Point[][] lines =
    [
        .. layout.Routes.Select(route => route.Beside(-lineDistance).Samples()
            .Concat(route.Beside(lineDistance).Samples()).ToArray()),
    ];

    /// <summary>Places the texts, edge by edge.</summary>
    public List<EdgeLabel> Place(Func<GraphEdge, (string Quiet, string Loud)> textOf)
    {
        var labels = new List<EdgeLabel>();
        foreach (Route route in layout.Routes)
        {
            var (quiet, loud) = textOf(route.Edge);
            if (quiet.Length + loud.Length == 0)
                continue;
            int rows = quiet.Length > 0 && loud.Length > 0 ? 2 : 1;
            var (box, left) = Best(route, Width(quiet, loud), rows * LineHeight);
            taken.Add(box);
            labels.Add(new EdgeLabel(route.Edge, quiet, loud, box, left));
        }
        return labels;
    }

    /// <summary>About how wide a text is, in pixels.</summary>
    public static double Width(string quiet, string loud) => Math.Max(quiet.Length * 6.2, loud.Length * 7.2);

    private (Rect Box, bool Left) Best(Route route, double width, double height)
    {
        var candidates =
            from bend in route.Bends.Index().OrderBy(bend => Math.Abs(bend.Index - ((route.Bends.Count - 1) / 2.0)))
            from share in Shares
            from lift in Lifts
            from left in Sides
            let at = bend.Item.At(share)
            let x = left ? at.X - lineDistance - Clearance - width : at.X + lineDistance + Clearance
            let box = new Rect(x, at.Y + ((lift - 0.5) * height), width, height)
            let taste = Math.Abs(share - 0.5) + Math.Abs(lift / 4) + (left ? 0.05 : 0)
            select (Box: box, Left: left, Cost: Cost(box) + taste);
        var best = candidates.MinBy(candidate => candidate.Cost);
        return (best.Box, best.Left);
    }

    private double Cost(Rect box)
    {
        double texts = taken.Sum(other => box.Overlap(other));
        var around = new Rect(box.Left - 4, box.Top - 2, box.Width + 8, box.Height + 4);
        int touched = lines.Count(line => line.Any(around.Holds));
        return (texts * 10) + (touched * 20) + (box.Left < -40 ? 5 : 0);
    }
}
