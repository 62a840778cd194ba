namespace Backprop.Display;

/// <summary>How large a chart is drawn where nobody said so.</summary>
internal static class ChartSize
{
    private const int MatrixWidth = 500;
    private const double Bar = 24;
    private const double BarBesideOthers = 14;

    /// <summary>
    /// At most so large: a matrix keeps its cells' shape, bars their thickness; all else takes the whole.
    /// </summary>
    public static (int Width, int Height) Of(Chart chart, int width, int height)
    {
        if (chart.Panels is GridPanels grid)
            return (width, (int)GridDrawing.HeightOf(grid, width));
        if (chart.Traces.OfType<HeatmapTrace>().FirstOrDefault() is { } heat && heat.Z.Rows > 0 && heat.Z.Columns > 0)
            return OfMatrix(heat, chart.Layout, width, height);
        if (chart.Traces is [SurfaceTrace])
            return (Math.Min(width, 560), Math.Min(width, 560) * 3 / 4);
        if (chart.Traces.Any(t => t is ContourTrace))
            return OfPlane(width, height);
        List<BarTrace> bars = [.. chart.Traces.OfType<BarTrace>()];
        if (bars.Count == 0 || !bars[0].IsHorizontal)
            return (width, height);
        int rows = new BarGroups(bars).Keys.Count;
        return (width, (int)Math.Clamp((rows * Math.Max(Bar, BarBesideOthers * bars.Count)) + 50, 100, 900));
    }

    /// <summary>The height of a chart of a given width beside others.</summary>
    public static double InGrid(Chart chart, double width)
    {
        if (chart.Layout.Size is { } size)
            return size.Height * width / size.Width;
        if (chart.Traces.OfType<HeatmapTrace>().FirstOrDefault() is { Y: null or { Labels: not null } } heat
            && heat.Z.Rows > 0 && heat.Z.Columns > 0)
        {
            double beside = chart.Layout.Y.Visible ? 40 : 2;
            double around = (chart.Layout.X.Visible ? 34 : 2)
                + (heat is { ShowScale: true, IsImage: false } && width >= ColorKey.LeastWidth ? ColorKey.Height : 0);
            double cell = (width - beside) / heat.Z.Columns;
            return Math.Clamp((cell * heat.Z.Rows) + around, 24, 2.5 * width);
        }
        return Math.Clamp(width * 0.74, 130, 280);
    }

    private static (int Width, int Height) OfPlane(int width, int height) =>
        (width, Math.Min(width * 3 / 4, height * 4 / 3));

    private static (int Width, int Height) OfMatrix(HeatmapTrace heat, ChartLayout layout, int width, int height)
    {
        bool isPlane = heat.Y is { Labels: null };
        if (isPlane)
            return OfPlane(width, height);

        double beside = layout.Y.Visible ? 70 : 2;
        double around = layout.X.Visible ? 70 : 2;
        bool small = heat.Z.Columns <= 12 && heat.Z.Rows <= 16 && !heat.IsImage && heat.ShowValues != false;
        width = Math.Min(width, MatrixWidth);
        double cellWidth = Math.Min((width - beside) / heat.Z.Columns, small ? 56 : 16);
        double cellHeight = small ? Math.Clamp(cellWidth * 0.6, 22, 30) : cellWidth;
        double high = Math.Clamp((heat.Z.Rows * cellHeight) + around, small ? 110 : 40, 620);
        return (Math.Clamp((int)((heat.Z.Columns * cellWidth) + beside), Math.Min(200, width), width), (int)high);
    }
}
