namespace Backprop.Display;

public sealed partial class Chart
{
    /// <summary>Points joined by a line.</summary>
    /// <param name="x">Numbers or text, one for each y.</param>
    /// <param name="y">Numbers; NaN and null leave a gap.</param>
    /// <param name="Name">Stands at the line's end.</param>
    /// <param name="ShowMarkers">True: each point is marked. Short lines are marked anyway.</param>
    /// <param name="Role">What the line stands for; it decides the colour.</param>
    /// <param name="Dashed">True or false where the dashes carry a meaning (validation); null for the usual
    /// ones.</param>
    /// <exception cref="ArgumentException">x and y are not equally long, or hold neither numbers nor text.</exception>
    public static Chart Line<TX, TY>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        string? Name = null,
        bool ShowMarkers = false,
        SeriesRole Role = SeriesRole.Auto,
        bool? Dashed = null)
    {
        (Series xs, Series ys) = Pair(x, y, "Chart.Line");
        return Of(new LineTrace(Name, xs, ys, ShowMarkers, Role, Dashed));
    }

    /// <summary>A line over 0, 1, 2 …</summary>
    /// <inheritdoc cref="Line{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string?, bool, SeriesRole, bool?)"/>
    public static Chart Line<TY>(
        IEnumerable<TY> y,
        string? Name = null,
        bool ShowMarkers = false,
        SeriesRole Role = SeriesRole.Auto,
        bool? Dashed = null)
    {
        Series ys = ChartData.From(y, "y of Chart.Line");
        return Of(new LineTrace(Name, Series.Counting(ys.Count), ys, ShowMarkers, Role, Dashed));
    }

    /// <summary>Points.</summary>
    /// <param name="x">Numbers or text, one for each y.</param>
    /// <param name="y">Numbers; NaN and null are left out.</param>
    /// <param name="Name">Stands in the legend.</param>
    /// <param name="MultiText">A text for each point, or null.</param>
    /// <param name="Role">What the points stand for; it decides the colour.</param>
    /// <exception cref="ArgumentException">The sequences are not equally long, or hold neither numbers nor
    /// text.</exception>
    public static Chart Point<TX, TY>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        string? Name = null,
        IEnumerable<string>? MultiText = null,
        SeriesRole Role = SeriesRole.Auto)
    {
        (Series xs, Series ys) = Pair(x, y, "Chart.Point");
        string[]? labels = MultiText?.ToArray();
        if (labels is not null && labels.Length != ys.Count)
        {
            throw new ArgumentException(TextView.Invariant(
                $"Chart.Point: MultiText has {labels.Length} texts for {ys.Count} points. Each needs one, even \"\"."));
        }
        return Of(new PointTrace(Name, xs, ys, labels, Role));
    }

    /// <summary>Upright columns, one for each key.</summary>
    /// <param name="values">Their heights.</param>
    /// <param name="Keys">Text or numbers under the columns.</param>
    /// <param name="Name">Stands in the legend.</param>
    /// <param name="Role">What the columns stand for; it decides the colour.</param>
    /// <exception cref="ArgumentException">There is not one key for each value.</exception>
    public static Chart Column<TV, TK>(
        IEnumerable<TV> values, IEnumerable<TK> Keys, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
        Bars(values, [.. Keys.Select(k => TextView.Scalar(k))], Name, isHorizontal: false, Role, "Chart.Column");

    /// <summary>Upright columns over 0, 1, 2 …</summary>
    /// <inheritdoc cref="Column{TV, TK}(IEnumerable{TV}, IEnumerable{TK}, string?, SeriesRole)"/>
    public static Chart Column<TV>(IEnumerable<TV> values, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
        Bars(values, null, Name, isHorizontal: false, Role, "Chart.Column");

    /// <summary>Lying bars, one for each key, the first on top.</summary>
    /// <inheritdoc cref="Column{TV, TK}(IEnumerable{TV}, IEnumerable{TK}, string?, SeriesRole)"/>
    public static Chart Bar<TV, TK>(
        IEnumerable<TV> values, IEnumerable<TK> Keys, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
        Bars(values, [.. Keys.Select(k => TextView.Scalar(k))], Name, isHorizontal: true, Role, "Chart.Bar");

    /// <summary>Lying bars for 0, 1, 2 …, the first on top.</summary>
    /// <inheritdoc cref="Column{TV, TK}(IEnumerable{TV}, IEnumerable{TK}, string?, SeriesRole)"/>
    public static Chart Bar<TV>(IEnumerable<TV> values, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
        Bars(values, null, Name, isHorizontal: true, Role, "Chart.Bar");

    /// <summary>How many numbers fall into each of some equal bins.</summary>
    /// <param name="x">The numbers; those that are not finite are left out, and the chart says so.</param>
    /// <param name="Name">Stands in the legend.</param>
    /// <param name="NBinsX">About how many bins, from 1 to 200; null decides by the data.</param>
    /// <param name="Role">What the numbers stand for; it decides the colour.</param>
    public static Chart Histogram<TX>(
        IEnumerable<TX> x, string? Name = null, int? NBinsX = null, SeriesRole Role = SeriesRole.Auto) =>
        Of(new HistogramTrace(Name, ChartData.From(x, "x of Chart.Histogram").Values, NBinsX, Role));

    /// <summary>
    /// Numbers on a grid, each a coloured cell: amounts in blue, signed numbers from plum (−) to green (+).
    /// The first row is on top, as a matrix is written.
    /// </summary>
    /// <param name="z">The rows of the grid.</param>
    /// <param name="Name">What the numbers are.</param>
    /// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    public static Chart Heatmap<T>(IEnumerable<IEnumerable<T>> z, string? Name = null, bool? ShowValues = null) =>
        Of(new HeatmapTrace(Name, ChartData.Rows(z, "z of Chart.Heatmap"), null, null, ShowValues));

    /// <inheritdoc cref="Heatmap{T}(IEnumerable{IEnumerable{T}}, string?, bool?)"/>
    public static Chart Heatmap(double[,] z, string? Name = null, bool? ShowValues = null) =>
        Of(new HeatmapTrace(Name, ChartData.Matrix(z), null, null, ShowValues));

    /// <summary>Numbers on a grid whose columns and rows have names or positions.</summary>
    /// <param name="z">The rows of the grid.</param>
    /// <param name="X">Names of the columns, or positions, ascending.</param>
    /// <param name="Y">Names of the rows, the first on top; or positions, ascending, which go upwards.</param>
    /// <param name="Name">What the numbers are.</param>
    /// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
    /// <exception cref="ArgumentException">Rows are not equally long, or X or Y do not fit.</exception>
    public static Chart Heatmap<T, TX, TY>(
        IEnumerable<IEnumerable<T>> z,
        IEnumerable<TX> X,
        IEnumerable<TY> Y,
        string? Name = null,
        bool? ShowValues = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Rows(z, "z of Chart.Heatmap"), X, Y, "Chart.Heatmap");
        return Of(new HeatmapTrace(Name, grid, xs, ys, ShowValues));
    }

    /// <inheritdoc cref="Heatmap{T, TX, TY}(IEnumerable{IEnumerable{T}}, IEnumerable{TX}, IEnumerable{TY}, string?, bool?)"/>
    public static Chart Heatmap<TX, TY>(
        double[,] z, IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null, bool? ShowValues = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Matrix(z), X, Y, "Chart.Heatmap");
        return Of(new HeatmapTrace(Name, grid, xs, ys, ShowValues));
    }

    /// <summary>Lines of equal height over a grid of numbers, such as a loss over two weights.</summary>
    /// <param name="z">The heights: one row for each y.</param>
    /// <param name="x">The positions of the columns, ascending.</param>
    /// <param name="y">The positions of the rows, ascending; they go upwards.</param>
    /// <param name="Name">What the heights are.</param>
    /// <exception cref="ArgumentException">x or y do not fit the grid, or do not ascend.</exception>
    public static Chart Contour<TX, TY>(double[,] z, IEnumerable<TX> x, IEnumerable<TY> y, string? Name = null)
    {
        (Series xs, Series ys, Grid grid) = Placed(ChartData.Matrix(z), x, y, "Chart.Contour");
        return Of(new ContourTrace(Name, grid, xs, ys));
    }

    /// <summary>Several charts on the same axes. Titles and axes come from the first chart that has them.</summary>
    public static Chart Combine(params IEnumerable<Chart> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        List<Chart> all = [.. charts];
        var layout = new ChartLayout();
        return new Chart([.. all.SelectMany(c => c.Traces)], all.Aggregate(layout, (sum, c) => sum.Or(c.Layout)));
    }

    private static Chart Of(Trace trace) => new([trace], new ChartLayout());

    private static (Series X, Series Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string what)
    {
        Series xs = ChartData.From(x, $"x of {what}");
        Series ys = ChartData.From(y, $"y of {what}");
        ChartData.SameLength(xs, ys, what);
        return (xs, ys);
    }

    private static Chart Bars<TV>(
        IEnumerable<TV> values, string[]? keys, string? name, bool isHorizontal, SeriesRole role, string what)
    {
        double[] numbers = ChartData.From(values, $"values of {what}").Values;
        string[] texts = keys ?? [.. Enumerable.Range(0, numbers.Length).Select(i => TextView.Scalar(i))];
        if (texts.Length != numbers.Length)
        {
            throw new ArgumentException(TextView.Invariant(
                $"{what}: {numbers.Length} values and {texts.Length} keys. Each value needs one key."));
        }
        return Of(new BarTrace(name, numbers, texts, isHorizontal, role));
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
