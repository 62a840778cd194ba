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

    /// <summary>A line, and the area between it and zero.</summary>
    /// <param name="x">Numbers or text, one for each y.</param>
    /// <param name="y">Numbers; NaN and null leave a gap.</param>
    /// <param name="Name">Stands at the line's end.</param>
    /// <param name="Role">What the line stands for; it decides the colour.</param>
    /// <exception cref="ArgumentException">x and y are not equally long, or hold neither numbers nor text.</exception>
    public static Chart Area<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? Name = null, SeriesRole Role = SeriesRole.Auto)
    {
        (Series xs, Series ys) = Pair(x, y, "Chart.Area");
        var ground = new Series(new double[ys.Count]);
        var line = new LineTrace(Name, xs, ys, ShowMarkers: false, Role, Dashed: null);
        return Of(line with { Band = new Band(ground, ys, IsToZero: true) });
    }

    /// <summary>A line with a band around it, such as a mean and how far the runs lie from it.</summary>
    /// <param name="x">Numbers or text, one for each y.</param>
    /// <param name="y">The line; NaN and null leave a gap.</param>
    /// <param name="upper">The upper edge of the band.</param>
    /// <param name="lower">The lower edge of the band.</param>
    /// <param name="Name">Stands at the line's end.</param>
    /// <param name="Role">What the line stands for; it decides the colour.</param>
    /// <exception cref="ArgumentException">The four are not equally long, or hold neither numbers nor text.</exception>
    public static Chart Range<TX, TY, TU, TL>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        IEnumerable<TU> upper,
        IEnumerable<TL> lower,
        string? Name = null,
        SeriesRole Role = SeriesRole.Auto)
    {
        (Series xs, Series ys) = Pair(x, y, "Chart.Range");
        Series high = ChartData.From(upper, "upper of Chart.Range");
        Series low = ChartData.From(lower, "lower of Chart.Range");
        ChartData.SameLength(xs, high, "Chart.Range", "upper");
        ChartData.SameLength(xs, low, "Chart.Range", "lower");
        var line = new LineTrace(Name, xs, ys, ShowMarkers: false, Role, Dashed: null);
        return Of(line with { Band = new Band(low, high, IsToZero: false) });
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
    /// A box from the first to the third quartile with the median in it, whiskers to the last number within one and a
    /// half times the box's height, and the numbers beyond as points.
    /// </summary>
    /// <param name="y">The numbers; those that are not finite are left out, and the chart says so.</param>
    /// <param name="Name">Stands under the box.</param>
    /// <param name="Role">What the numbers stand for; it decides the colour.</param>
    public static Chart BoxPlot<TY>(
        IEnumerable<TY> y, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
        Of(new BoxTrace(Name, [Name ?? ""], [ChartData.From(y, "y of Chart.BoxPlot").Values], Role));

    /// <summary>A box for each key.</summary>
    /// <param name="X">The key of each number: numbers of the same key make one box.</param>
    /// <param name="Y">The numbers.</param>
    /// <param name="Name">Stands in the legend.</param>
    /// <param name="Role">What the numbers stand for; it decides the colour.</param>
    /// <exception cref="ArgumentException">There is not one key for each number.</exception>
    public static Chart BoxPlot<TX, TY>(
        IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null, SeriesRole Role = SeriesRole.Auto)
    {
        ArgumentNullException.ThrowIfNull(X);
        string[] keys = [.. X.Select(k => TextView.Scalar(k))];
        double[] values = ChartData.From(Y, "Y of Chart.BoxPlot").Values;
        if (keys.Length != values.Length)
        {
            throw new ArgumentException(TextView.Invariant(
                $"Chart.BoxPlot: X has {keys.Length} keys and Y {values.Length} values. Each value needs one key."));
        }
        string[] distinct = [.. keys.Distinct()];
        ILookup<string, double> byKey = keys.Zip(values).ToLookup(pair => pair.First, pair => pair.Second);
        return Of(new BoxTrace(Name, distinct, [.. distinct.Select(k => byKey[k].ToArray())], Role));
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
}
