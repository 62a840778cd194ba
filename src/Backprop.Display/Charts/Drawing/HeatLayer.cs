namespace Backprop.Display;

/// <summary>
/// Draws a heat map: cells with numbers where they fit, plain cells, or a picture where there are very many.
/// </summary>
internal sealed class HeatLayer(SvgBuilder svg, Frame frame)
{
    private const int ManyCells = 1600;
    private const int MostRead = 16;
    private const double NumberWidth = 36;
    private const double NumberHeight = 17;

    /// <summary>Draws the cells.</summary>
    /// <returns>What a reader must know: means of blocks, numbers that are missing.</returns>
    public IEnumerable<string> Draw(HeatmapTrace heat)
    {
        Grid grid = heat.Z;
        if (grid.Rows == 0 || grid.Columns == 0)
            return ["There is nothing to show."];
        if (heat.IsImage || grid.Rows * grid.Columns > ManyCells)
            return DrawPicture(heat);

        double[] x = [.. ChartPlan.Edges(heat.X, grid.Columns).Select(frame.X.At)];
        double[] y = [.. ChartPlan.Edges(heat.Y, grid.Rows).Select(frame.Y.At)];
        HeatScale scale = heat.Scale;
        if (WithNumbers(heat, x, y))
            DrawNumbers(grid, x, y, scale);
        else
            DrawCells(grid, x, y, scale);
        return [];
    }

    private static Ink NotFinite { get; } = new("nan", "fill=\"#b0241c\" color=\"#fff\"");

    /// <summary>True where the numbers are few enough to be read.</summary>
    public static bool MayHaveNumbers(HeatmapTrace heat) =>
        heat.ShowValues != false && heat.Z.Rows <= MostRead && heat.Z.Columns <= MostRead;

    private static bool WithNumbers(HeatmapTrace heat, double[] x, double[] y)
    {
        double width = Smallest(x);
        double height = Smallest(y);
        bool fits = width >= NumberWidth && height >= NumberHeight && MayHaveNumbers(heat);
        bool forced = heat.ShowValues == true && width >= 24 && height >= 13;
        return heat.ShowValues != false && (fits || forced);
    }

    private void DrawNumbers(Grid grid, double[] x, double[] y, HeatScale scale)
    {
        Func<double, string> format = CellText.For(grid.All);
        for (int i = 0; i < grid.Rows; i++)
        {
            for (int j = 0; j < grid.Columns; j++)
            {
                double value = grid[i, j];
                Ink ink = double.IsFinite(value) ? scale.Ink(value) : NotFinite;
                (double left, double top, double width, double height) = Cell(x, y, i, j);
                svg.Add(new Html($"<g class=\"{ink.Class}\" {ink.Attributes}>"))
                    .Rectangle(left + 0.5, top + 0.5, width - 1, height - 1, Ink.Text)
                    .Text(left + (width / 2), top + (height / 2) + 4, format(value), OnCell, "middle")
                    .Add(new Html("</g>"));
            }
        }
    }

    private static Ink OnCell { get; } = new("on s", "fill=\"currentColor\"");

    // Cells of one colour in one path, and neighbours of one colour in one rectangle.
    private void DrawCells(Grid grid, double[] x, double[] y, HeatScale scale)
    {
        var paths = new Dictionary<Ink, PathData>();
        for (int i = 0; i < grid.Rows; i++)
        {
            for (int j = 0; j < grid.Columns;)
            {
                Ink ink = InkOf(grid[i, j], scale);
                int end = j + 1;
                while (end < grid.Columns && InkOf(grid[i, end], scale) == ink)
                    end++;
                (double left, double top, _, double height) = Cell(x, y, i, j);
                if (!paths.TryGetValue(ink, out PathData? path))
                    paths[ink] = path = new PathData();
                path.Rectangle(left, top, Math.Abs(x[end] - x[j]), height);
                j = end;
            }
        }
        svg.Add(new Html("<g shape-rendering=\"crispEdges\">"));
        foreach ((Ink ink, PathData path) in paths)
            svg.Path(path, ink);
        svg.Add(new Html("</g>"));
    }

    private IEnumerable<string> DrawPicture(HeatmapTrace heat)
    {
        HeatPicture picture = heat.IsImage
            ? HeatPicture.Gray(heat.Z)
            : HeatPicture.Of(heat.Z.Rows, heat.Z.Columns, (i, j) => heat.Z[i, j], heat.ZMax);
        Place(picture.DataUri);
        if (picture.BlockRows * picture.BlockColumns > 1)
            yield return TextView.Invariant(
                $"Each pixel is the mean of {picture.BlockRows} × {picture.BlockColumns} numbers.");
    }

    /// <summary>Puts a picture into the whole frame.</summary>
    public void Place(string dataUri)
    {
        // A picture has its first row on top; an axis that goes up has it at the bottom.
        bool upsideDown = frame.Y.From > frame.Y.To;
        string turn = upsideDown
            ? TextView.Invariant($" transform=\"translate(0 {frame.Top + frame.Bottom:0.#}) scale(1 -1)\"")
            : "";
        string box = TextView.Invariant(
            $"x=\"{frame.Left:0.#}\" y=\"{frame.Top:0.#}\" width=\"{frame.Width:0.#}\" height=\"{frame.Height:0.#}\"");
        svg.Add(new Html(
            $"<image {box}{turn} preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" "
            + $"href=\"{dataUri}\"/>"));
    }

    private static Ink InkOf(double value, HeatScale scale) => double.IsFinite(value) ? scale.Ink(value) : NotFinite;

    private static (double Left, double Top, double Width, double Height) Cell(
        double[] x, double[] y, int row, int column) =>
        (Math.Min(x[column], x[column + 1]), Math.Min(y[row], y[row + 1]),
            Math.Abs(x[column + 1] - x[column]), Math.Abs(y[row + 1] - y[row]));

    private static double Smallest(double[] edges) =>
        Enumerable.Range(1, edges.Length - 1).Min(i => Math.Abs(edges[i] - edges[i - 1]));
}
