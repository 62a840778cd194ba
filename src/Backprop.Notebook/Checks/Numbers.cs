using System.Globalization;

namespace Backprop.Checks;

/// <summary>How checks compare, print, draw and differentiate numbers.</summary>
public static class Numbers
{
    // What a message prints of a longer array.
    private const int Shown = 8;

    /// <summary>
    /// True if two numbers are equal up to a share of the larger one (or of 1). NaN and infinity are near to nothing.
    /// </summary>
    public static bool Near(double a, double b, double tolerance = 1e-6) =>
        double.IsFinite(a) && double.IsFinite(b)
        && Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>True if two arrays have the same length and are equal number by number; null is near to nothing.</summary>
    public static bool Near(IReadOnlyList<double>? a, IReadOnlyList<double>? b, double tolerance = 1e-6) =>
        a is not null && b is not null && a.Count == b.Count && a.Zip(b).All(p => Near(p.First, p.Second, tolerance));

    /// <summary>True if two tables have the same rows; null is near to nothing.</summary>
    public static bool Near(
        IReadOnlyList<IReadOnlyList<double>>? a, IReadOnlyList<IReadOnlyList<double>>? b, double tolerance = 1e-6) =>
        a is not null && b is not null && a.Count == b.Count && a.Zip(b).All(p => Near(p.First, p.Second, tolerance));

    /// <summary>
    /// The one factor k for which <paramref name="got"/> is k · <paramref name="want"/>, number by number; null if there
    /// is none, or nothing but zeros to learn it from. "13 times the reference" begins here.
    /// </summary>
    public static double? Factor(IReadOnlyList<double>? got, IReadOnlyList<double> want)
    {
        ArgumentNullException.ThrowIfNull(want);
        int largest = Enumerable.Range(0, want.Count).MaxBy(i => Math.Abs(want[i]));
        if (got is null || got.Count != want.Count || want.Count == 0 || want[largest] == 0)
            return null;
        double factor = got[largest] / want[largest];
        return Near(got, [.. want.Select(w => factor * w)]) ? factor : null;
    }

    /// <summary>A number as a message prints it: at most five decimals.</summary>
    public static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>A count as a message prints it: <c>1,024</c>.</summary>
    public static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An array as a message prints it: <c>[1, 2.5]</c>; of a long one the first numbers.</summary>
    public static string Text(IReadOnlyList<double>? values)
    {
        if (values is null)
            return "null";
        string more = values.Count > Shown ? $", … {values.Count} numbers" : "";
        return $"[{string.Join(", ", values.Take(Shown).Select(Text))}{more}]";
    }

    /// <summary>A table as a message prints it: <c>[[1, 2], [3, 4]]</c>.</summary>
    public static string Text(IReadOnlyList<IReadOnlyList<double>>? rows)
    {
        if (rows is null)
            return "null";
        string more = rows.Count > Shown ? $", … {rows.Count} rows" : "";
        return $"[{string.Join(", ", rows.Take(Shown).Select(Text))}{more}]";
    }

    /// <summary>A random number with one decimal, at least low and at most high.</summary>
    public static double Pick(Random random, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Round(low + (random.NextDouble() * (high - low)), 1);
    }

    /// <summary>Random numbers with one decimal: messages show them, so they are short.</summary>
    public static double[] Pick(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => Pick(random, low, high))];

    /// <summary>A table [rows, columns] of such numbers.</summary>
    public static double[][] Pick(Random random, int rows, int columns, double low, double high) =>
        [.. Enumerable.Range(0, rows).Select(_ => Pick(random, columns, low, high))];

    /// <summary>A copy to hand out, so that an answer that writes into its input harms nobody.</summary>
    public static double[][] Copy(IEnumerable<double[]> rows) => [.. rows.Select(row => row.ToArray())];

    /// <summary>The slope of f at x by a tiny step to both sides.</summary>
    public static double Nudge(Func<double, double> f, double x, double h = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (f(x + h) - f(x - h)) / (2 * h);
    }

    /// <summary>The slope of f at x with respect to each of its numbers, by tiny steps to both sides.</summary>
    public static double[] Nudge(Func<double[], double> f, IReadOnlyList<double> x, double h = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        return [.. Enumerable.Range(0, x.Count).Select(i => Nudge(v => f([.. x.Take(i), v, .. x.Skip(i + 1)]), x[i], h))];
    }
}
