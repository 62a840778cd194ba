using System.Globalization;
using System.Numerics;

namespace Backprop.Display;

/// <summary>From the sequences that users have to the numbers that charts draw.</summary>
internal static class ChartData
{
    /// <summary>Numbers of any type, dates and enumeration values as text, or text. Null is a gap.</summary>
    /// <param name="source">Any sequence; it is walked once.</param>
    /// <param name="what">What the user calls it, for the error: <c>x of Chart.Line</c>.</param>
    /// <exception cref="ArgumentException">The items are neither numbers nor text.</exception>
    public static Series From<T>(IEnumerable<T> source, string what)
    {
        ArgumentNullException.ThrowIfNull(source);
        switch (source)
        {
            case double[] numbers:
                return new Series([.. numbers]);
            case float[] numbers:
                return new Series(Array.ConvertAll(numbers, n => (double)n));
        }

        List<T> items = [.. source];
        bool isText = items.Exists(i => i is not null)
            && items.TrueForAll(i => i is null or string or char or Enum or DateTime or DateOnly);
        if (isText)
            return Series.Counting(items.Count) with { Labels = [.. items.Select(i => TextView.Scalar(i))] };
        return new Series([.. items.Select(i => Number(i, what))]);
    }

    /// <summary>A grid from a matrix, from an array of rows, or from any rows.</summary>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    public static Grid Rows<T>(IEnumerable<IEnumerable<T>> source, string what)
    {
        ArgumentNullException.ThrowIfNull(source);
        double[][] rows = [.. source.Select(row => From(row, what).Values)];
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        int odd = Array.FindIndex(rows, r => r.Length != columns);
        if (odd >= 0)
        {
            throw new ArgumentException(TextView.Invariant(
                $"{what}: row 0 has {columns} numbers and row {odd} has {rows[odd].Length}. Make them equally long."));
        }

        var grid = new double[rows.Length, columns];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns; j++)
                grid[i, j] = rows[i][j];
        }
        return new Grid(grid);
    }

    /// <summary>The two series of a line or of points.</summary>
    /// <exception cref="ArgumentException">They are not equally long.</exception>
    public static void SameLength(Series x, Series y, string what, string name = "y")
    {
        if (x.Count == y.Count)
            return;
        throw new ArgumentException(TextView.Invariant(
            $"{what}: x has {x.Count} values and {name} has {y.Count}. Each {name} needs one x."));
    }

    /// <summary>A grid of its own, so that the chart does not change with the user's matrix.</summary>
    public static Grid Matrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new Grid((double[,])values.Clone());
    }

    /// <summary>Checks the positions of columns or rows: one for each, ascending where they are numbers.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static void MustFit(Series series, int count, string what, string of)
    {
        if (series.Count != count)
            throw new ArgumentException(TextView.Invariant($"{what} has {series.Count} values for {count} {of}."));
        int fall = Enumerable.Range(1, Math.Max(0, count - 1))
            .FirstOrDefault(i => !(series.Values[i] > series.Values[i - 1]));
        if (fall > 0)
            throw new ArgumentException(
                TextView.Invariant($"{what} must ascend, but value {fall} is not above the one before."));
    }

    private static double Number(object? item, string what) => item switch
    {
        null => double.NaN,
        double number => number,
        float number => number,
        Half number => (double)number,
        BigInteger number => (double)number,
        Int128 number => (double)number,
        UInt128 number => (double)number,
        TimeSpan time => time.TotalSeconds,
        bool or byte or sbyte or short or ushort or int or uint or long or ulong or decimal =>
            Convert.ToDouble(item, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(
            $"{what} must be numbers or text, but holds {TypeNames.Of(item.GetType())}. "
            + "Select a number from each item: .Select(i => i.…)"),
    };
}
