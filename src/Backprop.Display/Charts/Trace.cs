namespace Backprop.Display;

/// <summary>One series of a chart, as plain numbers. A number that is missing is NaN.</summary>
/// <param name="Name">Its name, or null.</param>
internal abstract record Trace(string? Name);

/// <summary>Points joined by a line; a gap where x or y is not finite.</summary>
internal sealed record LineTrace(
    string? Name, Series X, Series Y, bool ShowMarkers, SeriesRole Role, bool? Dashed) : Trace(Name);

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
internal sealed record HeatmapTrace(string? Name, Grid Z, Series? X, Series? Y, bool? ShowValues) : Trace(Name);

/// <summary>Lines of equal height over a grid.</summary>
internal sealed record ContourTrace(string? Name, Grid Z, Series X, Series Y) : Trace(Name);

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
