namespace Backprop.Graphs;

/// <summary>A point of a drawing, in pixels from the upper left corner.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>One smooth piece of an edge: a Bézier curve that leaves downwards and arrives downwards.</summary>
internal readonly record struct Bend(Point Start, Point Control1, Point Control2, Point End)
{
    /// <summary>The point at a share of the way, 0 to 1.</summary>
    public Point At(double t)
    {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Point(
            (a * Start.X) + (b * Control1.X) + (c * Control2.X) + (d * End.X),
            (a * Start.Y) + (b * Control1.Y) + (c * Control2.Y) + (d * End.Y));
    }
}

/// <summary>How an edge runs: pieces between ranks; across a rank that it only passes it runs straight down.</summary>
internal sealed record Route(GraphEdge Edge, IReadOnlyList<Bend> Bends)
{
    /// <summary>The same way, moved a little to the side: one line for values, one beside it for gradients.</summary>
    public Route Beside(double distance) => new(Edge, [.. Bends.Select(bend => Moved(bend, distance))]);

    /// <summary>Points along the way, about every few pixels.</summary>
    public IEnumerable<Point> Samples()
    {
        for (int i = 0; i < Bends.Count; i++)
        {
            if (i > 0)
            {
                for (double y = Bends[i - 1].End.Y; y < Bends[i].Start.Y; y += 8)
                    yield return new Point(Bends[i].Start.X, y);
            }
            for (int step = 0; step <= 24; step++)
                yield return Bends[i].At(step / 24.0);
        }
    }

    // Where the curve runs sideways, a step to the left is a step down or up.
    private static Bend Moved(Bend bend, double distance)
    {
        double slant = Math.Clamp((bend.End.X - bend.Start.X) / 60, -1, 1);
        double down = -distance * slant;
        return new Bend(
            bend.Start with { X = bend.Start.X + distance },
            new Point(bend.Control1.X + distance, bend.Control1.Y + down),
            new Point(bend.Control2.X + distance, bend.Control2.Y + down),
            bend.End with { X = bend.End.X + distance });
    }
}
