using Point = (double X, double Y);

namespace Backprop.Display;

/// <summary>Marching squares: where a grid of heights crosses one height.</summary>
internal static class ContourLines
{
    /// <summary>The lines at one height, in the coordinates of the axes. A closed line ends where it began.</summary>
    public static List<List<Point>> At(ContourTrace contour, double height)
    {
        var next = new Dictionary<Point, List<Point>>();
        for (int i = 0; i + 1 < contour.Z.Rows; i++)
        {
            for (int j = 0; j + 1 < contour.Z.Columns; j++)
                AddCell(next, contour, i, j, height);
        }
        return Join(next);
    }

    // The crossings of one cell's four sides, in pairs: two of them, or four at a saddle.
    private static void AddCell(
        Dictionary<Point, List<Point>> next, ContourTrace contour, int i, int j, double height)
    {
        (int Row, int Column)[] corners = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)];
        if (!Array.TrueForAll(corners, c => double.IsFinite(contour.Z[c.Row, c.Column])))
            return;
        var crossings = new List<Point>();
        for (int side = 0; side < 4; side++)
        {
            (int row, int column) = corners[side];
            (int row2, int column2) = corners[(side + 1) % 4];
            // Always from the same end, so that neighbours find the very same point.
            bool swap = (row, column).CompareTo((row2, column2)) > 0;
            if (swap)
                (row, column, row2, column2) = (row2, column2, row, column);
            double a = contour.Z[row, column] - height;
            double b = contour.Z[row2, column2] - height;
            if ((a < 0) == (b < 0))
                continue;
            double share = a / (a - b);
            crossings.Add((
                Between(contour.X.Values[column], contour.X.Values[column2], share),
                Between(contour.Y.Values[row], contour.Y.Values[row2], share)));
        }
        for (int k = 0; k + 1 < crossings.Count; k += 2)
            Link(next, crossings[k], crossings[k + 1]);
    }

    private static List<List<Point>> Join(Dictionary<Point, List<Point>> next)
    {
        var lines = new List<List<Point>>();
        // Ends of open lines first, so that none is cut in its middle.
        foreach (Point start in next.Keys.OrderBy(p => next[p].Count).ToList())
        {
            var line = new List<Point> { start };
            while (next.TryGetValue(line[^1], out List<Point>? ways) && ways.Count > 0)
            {
                Point from = line[^1];
                Point to = ways[0];
                ways.RemoveAt(0);
                next[to].Remove(from);
                line.Add(to);
            }
            if (line.Count > 1)
                lines.Add(line);
        }
        return lines;
    }

    private static void Link(Dictionary<Point, List<Point>> next, Point a, Point b)
    {
        if (a == b)
            return;
        (next.TryGetValue(a, out List<Point>? fromA) ? fromA : next[a] = []).Add(b);
        (next.TryGetValue(b, out List<Point>? fromB) ? fromB : next[b] = []).Add(a);
    }

    private static double Between(double a, double b, double share) => a + ((b - a) * share);
}
