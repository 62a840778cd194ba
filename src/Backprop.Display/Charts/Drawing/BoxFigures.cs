namespace Backprop.Display;

/// <summary>
/// Five numbers that describe many: the quartiles lie between the numbers in order as Plotly puts them, at the share
/// q·n − ½; the whiskers end at the last number within one and a half times the height of the box.
/// </summary>
/// <param name="Count">How many finite numbers there are.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Lower">The first quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">The third quartile.</param>
/// <param name="Largest">The largest of them.</param>
/// <param name="LowerWhisker">Where the lower whisker ends.</param>
/// <param name="UpperWhisker">Where the upper whisker ends.</param>
/// <param name="Outliers">The numbers beyond the whiskers, ascending.</param>
internal sealed record BoxFigures(
    int Count,
    double Least,
    double Lower,
    double Median,
    double Upper,
    double Largest,
    double LowerWhisker,
    double UpperWhisker,
    IReadOnlyList<double> Outliers)
{
    private const double Reach = 1.5;

    /// <summary>The least, the quartiles, the largest.</summary>
    public double[] All => [Least, Lower, Median, Upper, Largest];

    /// <summary>The figures of some numbers; NaN where none is finite.</summary>
    public static BoxFigures Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        const double None = double.NaN;
        if (sorted.Length == 0)
            return new BoxFigures(0, None, None, None, None, None, None, None, []);
        double lower = At(sorted, 0.25);
        double upper = At(sorted, 0.75);
        // In halves, since the difference of two huge numbers overflows.
        double reach = ((upper / 2) - (lower / 2)) * 2 * Reach;
        double from = sorted.First(v => v >= lower - reach);
        double to = sorted.Last(v => v <= upper + reach);
        return new BoxFigures(
            sorted.Length, sorted[0], lower, At(sorted, 0.5), upper, sorted[^1],
            Math.Min(from, lower), Math.Max(to, upper), [.. sorted.Where(v => v < from || v > to)]);
    }

    private static double At(double[] sorted, double share)
    {
        double place = Math.Clamp((share * sorted.Length) - 0.5, 0, sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        double part = place - below;
        return (sorted[below] * (1 - part)) + (sorted[above] * part);
    }
}
