namespace Backprop.Display;

/// <content>Charts of numbers on a grid.</content>
public sealed partial class Chart
{
    /// <summary>
    /// Numbers on a grid, each a coloured cell: amounts in blue, signed numbers from plum (−) to green (+).
    /// The first row is on top, as a matrix is written.
    /// </summary>
    /// <param name="z">The rows of the grid.</param>
    /// <param name="Name">What the numbers are.</param>
    /// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
    /// <param name="ShowScale">False: without the strip that says which colour is which number.</param>
    /// <param name="ZMax">The magnitude with the full colour, so that several maps compare; null decides by the
    /// data.</param>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    public static Chart Heatmap<T>(
        IEnumerable<IEnumerable<T>> z,
        string? Name = null,
        bool? ShowValues = null,
        bool ShowScale = true,
        double? ZMax = null) =>
        OfCells(Name, (null, null, ChartData.Rows(z, "z of Chart.Heatmap")), ShowValues, ShowScale, ZMax);

    /// <inheritdoc cref="Heatmap{T}(IEnumerable{IEnumerable{T}}, string?, bool?, bool, double?)"/>
    public static Chart Heatmap(
        double[,] z, string? Name = null, bool? ShowValues = null, bool ShowScale = true, double? ZMax = null) =>
        OfCells(Name, (null, null, ChartData.Matrix(z)), ShowValues, ShowScale, ZMax);

    /// <summary>Numbers on a grid whose columns and rows have names or positions.</summary>
    /// <param name="z">The rows of the grid.</param>
    /// <param name="X">Names of the columns, or positions, ascending.</param>
    /// <param name="Y">Names of the rows, the first on top; or positions, ascending, which go upwards.</param>
    /// <param name="Name">What the numbers are.</param>
    /// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
    /// <param name="ShowScale">False: without the strip that says which colour is which number.</param>
    /// <param name="ZMax">The magnitude with the full colour, so that several maps compare; null decides by the
    /// data.</param>
    /// <exception cref="ArgumentException">Rows are not equally long, or X or Y do not fit.</exception>
    public static Chart Heatmap<T, TX, TY>(
        IEnumerable<IEnumerable<T>> z,
        IEnumerable<TX> X,
        IEnumerable<TY> Y,
        string? Name = null,
        bool? ShowValues = null,
        bool ShowScale = true,
        double? ZMax = null) =>
        OfCells(
            Name,
            Placed(ChartData.Rows(z, "z of Chart.Heatmap"), X, Y, "Chart.Heatmap"),
            ShowValues,
            ShowScale,
            ZMax);

    /// <summary>Numbers on a grid whose columns and rows have names or positions.</summary>
    /// <param name="z">The numbers by row.</param>
    /// <param name="X">Names of the columns, or positions, ascending.</param>
    /// <param name="Y">Names of the rows, the first on top; or positions, ascending, which go upwards.</param>
    /// <param name="Name">What the numbers are.</param>
    /// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
    /// <param name="ShowScale">False: without the strip that says which colour is which number.</param>
    /// <param name="ZMax">The magnitude with the full colour, so that several maps compare; null decides by the
    /// data.</param>
    /// <exception cref="ArgumentException">X or Y do not fit.</exception>
    public static Chart Heatmap<TX, TY>(
        double[,] z,
        IEnumerable<TX> X,
        IEnumerable<TY> Y,
        string? Name = null,
        bool? ShowValues = null,
        bool ShowScale = true,
        double? ZMax = null) =>
        OfCells(Name, Placed(ChartData.Matrix(z), X, Y, "Chart.Heatmap"), ShowValues, ShowScale, ZMax);

    /// <summary>
    /// A picture in grey: the least number is black, the largest white, the first row on top; without axes and without
    /// numbers. Signed numbers are told apart better by a heat map.
    /// </summary>
    /// <param name="z">The rows of the picture.</param>
    /// <param name="Name">What it shows.</param>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    public static Chart Image<T>(IEnumerable<IEnumerable<T>> z, string? Name = null) =>
        OfImage(ChartData.Rows(z, "z of Chart.Image"), Name);

    /// <inheritdoc cref="Image{T}(IEnumerable{IEnumerable{T}}, string?)"/>
    public static Chart Image(double[,] z, string? Name = null) => OfImage(ChartData.Matrix(z), Name);

    /// <summary>How many of some points fall into each cell of a grid.</summary>
    /// <param name="X">Numbers, one for each y.</param>
    /// <param name="Y">Numbers; points that are not finite are left out.</param>
    /// <param name="Name">What is counted.</param>
    /// <param name="NBinsX">About how many columns, from 1 to 200; null decides by the data.</param>
    /// <param name="NBinsY">About how many rows, from 1 to 200; null decides by the data.</param>
    /// <exception cref="ArgumentException">X and Y are not equally long, or hold no numbers.</exception>
    public static Chart Histogram2D<TX, TY>(
        IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null, int? NBinsX = null, int? NBinsY = null)
    {
        (Series xs, Series ys) = Pair(X, Y, "Chart.Histogram2D");
        int[] kept =
        [
            .. Enumerable.Range(0, xs.Count)
                .Where(i => double.IsFinite(xs.Values[i]) && double.IsFinite(ys.Values[i])),
        ];
        double[] x = [.. kept.Select(i => xs.Values[i])];
        double[] y = [.. kept.Select(i => ys.Values[i])];
        Bins across = Bins.For(x, NBinsX);
        Bins up = Bins.For(y, NBinsY);
        var counts = new double[up.Count, across.Count];
        for (int i = 0; i < x.Length; i++)
            counts[up.IndexOf(y[i]), across.IndexOf(x[i])]++;
        Series columns = across.Middles();
        return Of(new HeatmapTrace(Name ?? "count", new Grid(counts), columns, up.Middles(), ShowValues: false));
    }

    /// <summary>Lines of equal height over a grid of numbers, such as a loss over two weights.</summary>
    /// <param name="z">The heights: one row for each y.</param>
    /// <param name="x">The positions of the columns, ascending.</param>
    /// <param name="y">The positions of the rows, ascending; they go upwards.</param>
    /// <param name="Name">What the heights are.</param>
    /// <param name="Levels">The heights to draw; null for about nine round ones. <c>[0]</c> is the boundary between
    /// negative and positive numbers.</param>
    /// <param name="Filled">True: the bands between the lines are coloured.</param>
    /// <param name="ZMax">The magnitude with the full colour, so that several maps compare; null decides by the
    /// data.</param>
    /// <exception cref="ArgumentException">x or y do not fit the grid, or do not ascend.</exception>
    public static Chart Contour<TX, TY>(
        double[,] z,
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        string? Name = null,
        IEnumerable<double>? Levels = null,
        bool Filled = false,
        double? ZMax = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Matrix(z), x, y, "Chart.Contour");
        double[]? heights = Levels is null ? null : [.. Levels.Where(double.IsFinite).Distinct().Order()];
        return Of(new ContourTrace(Name, grid, xs, ys) { Levels = heights, IsFilled = Filled, ZMax = ZMax });
    }

    /// <summary>Heights over a grid as a surface in space, seen from the front at the right.</summary>
    /// <param name="z">The heights: one row for each y.</param>
    /// <param name="X">The positions of the columns, ascending.</param>
    /// <param name="Y">The positions of the rows, ascending.</param>
    /// <param name="Name">What the heights are; it stands at their axis.</param>
    /// <exception cref="ArgumentException">X or Y do not fit the grid, or do not ascend.</exception>
    public static Chart Surface<TX, TY>(
        double[,] z, IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Matrix(z), X, Y, "Chart.Surface");
        return Of(new SurfaceTrace(Name, grid, xs, ys));
    }

    /// <inheritdoc cref="Surface{TX, TY}(double[,], IEnumerable{TX}, IEnumerable{TY}, string?)"/>
    public static Chart Surface<T, TX, TY>(
        IEnumerable<IEnumerable<T>> z, IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Rows(z, "z of Chart.Surface"), X, Y, "Chart.Surface");
        return Of(new SurfaceTrace(Name, grid, xs, ys));
    }

    /// <summary>Heights over rows and columns 0, 1, 2 … as a surface in space.</summary>
    /// <param name="z">The heights by row.</param>
    /// <param name="Name">What the heights are; it stands at their axis.</param>
    public static Chart Surface(double[,] z, string? Name = null)
    {
        Grid grid = ChartData.Matrix(z);
        return Of(new SurfaceTrace(Name, grid, Series.Counting(grid.Columns), Series.Counting(grid.Rows)));
    }

    /// <inheritdoc cref="Surface(double[,], string?)"/>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    public static Chart Surface<T>(IEnumerable<IEnumerable<T>> z, string? Name = null) =>
        Surface(ChartData.Rows(z, "z of Chart.Surface").Values, Name);

    private static Chart OfCells(
        string? name, (Series? X, Series? Y, Grid Z) cells, bool? showValues, bool showScale, double? zMax)
    {
        var heat = new HeatmapTrace(name, cells.Z, cells.X, cells.Y, showValues);
        return Of(heat with { ShowScale = showScale, ZMax = zMax });
    }

    private static Chart OfImage(Grid z, string? name)
    {
        var picture = new HeatmapTrace(name, z, null, null, ShowValues: false) { IsImage = true, ShowScale = false };
        return Of(picture).WithXAxisStyle(Visible: false).WithYAxisStyle(Visible: false);
    }

    private static (Series X, Series Y, Grid Z) Placed<TX, TY>(
        Grid z, IEnumerable<TX> x, IEnumerable<TY> y, string what)
    {
        Series xs = ChartData.From(x, $"x of {what}");
        Series ys = ChartData.From(y, $"y of {what}");
        ChartData.MustFit(xs, z.Columns, $"{what}: x", "columns");
        ChartData.MustFit(ys, z.Rows, $"{what}: y", "rows");
        return (xs, ys, z);
    }
}
