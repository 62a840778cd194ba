namespace Backprop.Display;

/// <summary>Marching squares: where a grid of heights crosses one height.</summary>
internal static class ContourLines
{
    /// <summary>The lines at one height, in the coordinates of the axes. A closed line ends where it began.</summary>
    public static List<List<(double X, double Y)>> At(ContourTrace contour, double height)
    {
        var next = new Dictionary<(double X, double Y), List<(double X, double Y)>>();
        for (int i = 0; i + 1 < contour.Z.Rows; i++)
        {
            for (int j = 0; j + 1 < contour.Z.Columns; j++)
                AddCell(next, contour, i, j, height);
        }
        return Join(next);
    }

    // The crossings of one cell's four sides, in pairs: two of them, or four at a saddle.
    private static void AddCell(
        Dictionary<(double X, double Y), List<(double X, double Y)>> next, ContourTrace contour, int i, int j, double height)
    {
        (int Row, int Column)[] corners = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)];
        if (!Array.TrueForAll(corners, c => double.IsFinite(contour.Z[c.Row, c.Column])))
            return;
        var crossings = new List<(double X, double Y)>();
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

    private static List<List<(double X, double Y)>> Join(Dictionary<(double X, double Y), List<(double X, double Y)>> next)
    {
        var lines = new List<List<(double X, double Y)>>();
        // Ends of open lines first, so that none is cut in its middle.
        foreach ((double X, double Y) start in next.Keys.OrderBy(p => next[p].Count).ToList())
        {
            var line = new List<(double X, double Y)> { start };
            while (next.TryGetValue(line[^1], out List<(double X, double Y)>? ways) && ways.Count > 0)
            {
                (double X, double Y) from = line[^1];
                (double X, double Y) to = ways[0];
                ways.RemoveAt(0);
                next[to].Remove(from);
                line.Add(to);
            }
            if (line.Count > 1)
                lines.Add(line);
        }
        return lines;
    }

    private static void Link(
        Dictionary<(double X, double Y), List<(double X, double Y)>> next, (double X, double Y) a, (double X, double Y) b)
    {
        if (a == b)
            return;
        (next.TryGetValue(a, out List<(double X, double Y)>? fromA) ? fromA : next[a] = []).Add(b);
        (next.TryGetValue(b, out List<(double X, double Y)>? fromB) ? fromB : next[b] = []).Add(a);
    }

    private static double Between(double a, double b, double share) => a + ((b - a) * share);
}
