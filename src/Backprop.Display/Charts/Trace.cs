namespace Backprop.Display;

/// <summary>One series of a chart, as plain numbers. A number that is missing is NaN.</summary>
/// <param name="Name">Its name, or null.</param>
internal abstract record Trace(string? Name);

/// <summary>Points joined by a line; a gap where x or y is not finite.</summary>
internal sealed record LineTrace(
    string? Name, Series X, Series Y, bool ShowMarkers, SeriesRole Role, bool? Dashed) : Trace(Name)
{
    /// <summary>The area that is filled with the line; null for a line alone.</summary>
    public Band? Band { get; init; }
}

/// <summary>The edges of an area, one number each for every x.</summary>
/// <param name="Lower">Its lower edge.</param>
/// <param name="Upper">Its upper edge.</param>
/// <param name="IsToZero">True where the lower edge is zero: an area under a line, not a range around it.</param>
internal sealed record Band(Series Lower, Series Upper, bool IsToZero);

/// <summary>Points alone, each perhaps with a text.</summary>
internal sealed record PointTrace(
    string? Name, Series X, Series Y, IReadOnlyList<string>? Labels, SeriesRole Role) : Trace(Name);

/// <summary>One bar for each key: upright columns, or bars that lie.</summary>
internal sealed record BarTrace(
    string? Name, IReadOnlyList<double> Values, IReadOnlyList<string> Keys, bool IsHorizontal, SeriesRole Role)
    : Trace(Name);

/// <summary>How many numbers fall into each bin.</summary>
internal sealed record HistogramTrace(
    string? Name, IReadOnlyList<double> Values, int? Bins, SeriesRole Role) : Trace(Name);

/// <summary>Numbers on a grid, each a coloured cell.</summary>
/// <param name="Name">What the numbers are, or null.</param>
/// <param name="Z">The numbers by row.</param>
/// <param name="X">Where the columns stand, or null: 0, 1, 2 …</param>
/// <param name="Y">Where the rows stand, or null: 0, 1, 2 …, the first row on top as a matrix is written.</param>
/// <param name="ShowValues">Whether to write the numbers into the cells; null where they fit.</param>
internal sealed record HeatmapTrace(string? Name, Grid Z, Series? X, Series? Y, bool? ShowValues) : Trace(Name)
{
    /// <summary>False: without the strip that says which colour is which number.</summary>
    public bool ShowScale { get; init; } = true;

    /// <summary>True: a picture, from black (the least number) to white (the largest).</summary>
    public bool IsImage { get; init; }

    /// <summary>The magnitude with the full colour; null decides by the data.</summary>
    public double? ZMax { get; init; }

    public HeatScale Scale => HeatScale.For(Z.All).UpTo(ZMax);
}

/// <summary>Lines of equal height over a grid.</summary>
internal sealed record ContourTrace(string? Name, Grid Z, Series X, Series Y) : Trace(Name)
{
    /// <summary>The heights, ascending; null for some round ones.</summary>
    public IReadOnlyList<double>? Levels { get; init; }

    /// <summary>True: the bands between the lines are coloured.</summary>
    public bool IsFilled { get; init; }

    /// <summary>True: coloured by sign, even where all heights have the same one.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The magnitude with the full colour; null decides by the data.</summary>
    public double? ZMax { get; init; }

    public HeatScale Scale => HeatScale.For(IsSigned ? Z.All.Append(-1e-9) : Z.All).UpTo(ZMax);
}

/// <summary>Heights over a grid as a surface in space.</summary>
/// <param name="Name">What the heights are, or null.</param>
/// <param name="Z">The heights: one row for each y.</param>
/// <param name="X">Where the columns stand.</param>
/// <param name="Y">Where the rows stand.</param>
internal sealed record SurfaceTrace(string? Name, Grid Z, Series X, Series Y) : Trace(Name);

/// <summary>Boxes from the first to the third quartile, one for each key.</summary>
/// <param name="Name">What the numbers are, or null.</param>
/// <param name="Keys">The names under the boxes, each once.</param>
/// <param name="Values">The numbers of each box.</param>
/// <param name="Role">What the numbers stand for.</param>
internal sealed record BoxTrace(
    string? Name, IReadOnlyList<string> Keys, IReadOnlyList<double[]> Values, SeriesRole Role) : Trace(Name);

/// <summary>Numbers along an axis, or text that stands for 0, 1, 2 …</summary>
/// <param name="Values">The numbers.</param>
/// <param name="Labels">The texts, or null where the series was numbers.</param>
internal sealed record Series(double[] Values, string[]? Labels = null)
{
    public int Count => Values.Length;

    public static Series Counting(int count) => new([.. Enumerable.Range(0, count).Select(i => (double)i)]);
}

/// <summary>A rectangle of numbers.</summary>
internal sealed record Grid(double[,] Values)
{
    public int Rows => Values.GetLength(0);

    public int Columns => Values.GetLength(1);

    public double this[int row, int column] => Values[row, column];

    public IEnumerable<double> All => Values.Cast<double>();
}
