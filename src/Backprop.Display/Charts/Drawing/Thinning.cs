using Point = (double X, double Y);

namespace Backprop.Display;

/// <summary>
/// Leaves out points that would fall on pixels already drawn. Of a line that goes from left to right each pixel column
/// keeps its first, lowest, highest and last point, so every peak stays where it was.
/// </summary>
internal static class Thinning
{
    private const int MostOfAScribble = 8000;

    /// <summary>The points of one unbroken line, in pixels.</summary>
    public static IReadOnlyList<Point> Line(IReadOnlyList<Point> points, double width)
    {
        if (points.Count <= 4 * width)
            return points;
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].X < points[i - 1].X)
                return Scribble(points);
        }
        return Columns(points);
    }

    /// <summary>Points alone, in pixels: of those that share a pixel the first.</summary>
    public static IReadOnlyList<Point> Points(IReadOnlyList<Point> points)
    {
        if (points.Count <= 1000)
            return points;
        var seen = new HashSet<(int, int)>();
        return [.. points.Where(p => seen.Add(((int)Math.Floor(p.X / 1.5), (int)Math.Floor(p.Y / 1.5))))];
    }

    private static List<Point> Columns(IReadOnlyList<Point> points)
    {
        var kept = new List<Point>();
        for (int start = 0; start < points.Count;)
        {
            int end = start;
            int low = start;
            int high = start;
            while (end < points.Count && Math.Floor(points[end].X) <= Math.Floor(points[start].X))
            {
                low = points[end].Y < points[low].Y ? end : low;
                high = points[end].Y > points[high].Y ? end : high;
                end++;
            }
            foreach (int i in new SortedSet<int> { start, low, high, end - 1 })
                kept.Add(points[i]);
            start = end;
        }
        return kept;
    }

    // A line that turns back: drop what stays within half a pixel, then every so many.
    private static List<Point> Scribble(IReadOnlyList<Point> points)
    {
        var kept = new List<Point> { points[0] };
        foreach ((double x, double y) in points)
        {
            if (Math.Abs(x - kept[^1].X) + Math.Abs(y - kept[^1].Y) >= 0.5)
                kept.Add((x, y));
        }
        int every = 1 + (kept.Count / MostOfAScribble);
        return [.. kept.Where((_, i) => i % every == 0 || i == kept.Count - 1)];
    }
}
