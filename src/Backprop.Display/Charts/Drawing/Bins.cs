namespace Backprop.Display;

/// <summary>Equal bins with round edges.</summary>
/// <param name="Start">The lower edge of the first bin.</param>
/// <param name="Width">The width of each.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Bins(double Start, double Width, int Count)
{
    private const int Most = 200;

    /// <summary>The lower edge of a bin; of <see cref="Count"/>, the upper edge of the last.</summary>
    public double Edge(int bin) => Start + (bin * Width);

    /// <summary>
    /// Bins that hold all finite numbers: about as many as asked for, else by the Freedman–Diaconis rule.
    /// </summary>
    public static Bins For(IEnumerable<double> values, int? wanted)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
            return new Bins(0, 1, 1);
        double min = sorted[0];
        double max = sorted[^1];
        if (max - min <= Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-12)
            return new Bins(min - 0.5 * Unit(min), Unit(min), 1);
        if (wanted is null && max - min <= 30 && Array.TrueForAll(sorted, v => v == Math.Floor(v)))
            return new Bins(min - 0.5, 1, (int)(max - min) + 1);

        int about = wanted is { } asked ? Math.Clamp(asked, 1, Most) : ByTheRule(sorted);
        double width = Ticks.Step(min, max, about + 1);
        double start = Math.Floor((min / width) + 1e-9) * width;
        int count = Math.Max(1, (int)Math.Ceiling(((max - start) / width) - 1e-9));
        // The largest number may lie on an edge: the last bin takes it.
        return new Bins(start, width, Math.Min(count, Most + 2));
    }

    /// <summary>
    /// How many finite numbers fall into each bin; a number on an edge counts above it, the largest in the last bin.
    /// </summary>
    public int[] CountIn(IEnumerable<double> values)
    {
        int[] counts = new int[Count];
        foreach (double value in values.Where(double.IsFinite))
            counts[IndexOf(value)]++;
        return counts;
    }

    /// <summary>The bin of a finite number.</summary>
    public int IndexOf(double value) => Math.Clamp((int)Math.Floor(((value - Start) / Width) + 1e-9), 0, Count - 1);

    /// <summary>The middles of all bins.</summary>
    public Series Middles() => new([.. Enumerable.Range(0, Count).Select(i => Edge(i) + (Width / 2))]);

    private static int ByTheRule(double[] sorted)
    {
        double spread = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        double width = 2 * spread / Math.Cbrt(sorted.Length);
        double count = width > 0 ? (sorted[^1] - sorted[0]) / width : Math.Sqrt(sorted.Length);
        return (int)Math.Clamp(Math.Ceiling(count), 5, 60);
    }

    private static double Unit(double value) => Math.Abs(value) is > 0 and < double.MaxValue / 2 ? Math.Abs(value) : 1;
}
