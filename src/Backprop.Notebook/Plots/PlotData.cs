using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>From what a learner has in hand to plain numbers; what does not fit is an error of one line.</summary>
internal static class PlotData
{
    /// <summary>Numbers as they stand in sentences: three digits, without zeros at the end.</summary>
    public static string Number(double value)
    {
        string text = NumberText.Plain(value);
        return text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.Ordinal)
            ? text.TrimEnd('0').TrimEnd('.')
            : text;
    }

    /// <summary>Text in the invariant culture.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>All numbers of a tensor, detached from any graph.</summary>
    public static double[] Numbers(Tensor tensor) => tensor.Detach().ToArray<double>();

    /// <summary>The rows of a matrix.</summary>
    public static double[,] Matrix(Tensor tensor)
    {
        double[] flat = Numbers(tensor);
        var matrix = new double[tensor.Shape[0], tensor.Shape[1]];
        System.Buffer.BlockCopy(flat, 0, matrix, 0, flat.Length * sizeof(double));
        return matrix;
    }

    /// <summary>Points, one in a row.</summary>
    /// <param name="points">What should be [n, columns].</param>
    /// <param name="columns">How many numbers a point has; null for 2 or more.</param>
    /// <param name="what">Who asks, for the error.</param>
    /// <exception cref="ArgumentException">It has another shape, or holds NaN.</exception>
    public static double[,] Points(Tensor points, int? columns, string what)
    {
        ArgumentNullException.ThrowIfNull(points);
        string wanted = columns is { } c ? Invariant($"[n, {c}]") : "[n, features]";
        bool isList = points.Shape.Rank == 2 && points.Shape[0] > 0 && points.Shape[1] >= 2;
        if (!isList || (columns is { } exactly && points.Shape[1] != exactly))
        {
            string hint = points.Shape.Rank == 2 && points.Shape[1] > 2
                ? "Choose two columns: x[.., ..2]."
                : "Reshape to one row per point.";
            throw new ArgumentException($"{what} needs points of shape {wanted}, not {points.Shape}. {hint}");
        }
        double[,] rows = Matrix(points);
        if (rows.Cast<double>().Any(v => !double.IsFinite(v)))
            throw new ArgumentException($"{what}: a point holds NaN or ∞. Take those rows out first.");
        return rows;
    }

    /// <summary>Class numbers, one for each of n examples: [n], [n, 1], or one-hot [n, classes].</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or they are not whole.</exception>
    public static int[] Labels(Tensor labels, int count, string what)
    {
        ArgumentNullException.ThrowIfNull(labels);
        bool isOneHot = labels.Shape.Rank == 2 && labels.Shape[1] > 1;
        int rows = isOneHot ? labels.Shape[0] : labels.Shape.Size;
        if (rows != count)
        {
            throw new ArgumentException(
                $"{what}: {count} points and labels of shape {labels.Shape} do not belong together. "
                + "Each point needs one label.");
        }
        double[] numbers = Numbers(labels);
        if (isOneHot)
            return [.. numbers.Chunk(labels.Shape[1]).Select(row => Array.IndexOf(row, row.Max()))];
        int odd = Array.FindIndex(numbers, v => v != Math.Round(v) || Math.Abs(v) > 1e6);
        if (odd >= 0)
        {
            throw new ArgumentException(
                $"{what}: label {odd} is {Number(numbers[odd])}, but classes are whole numbers. Are these the targets "
                + "of a regression?");
        }
        return [.. numbers.Select(v => (int)v)];
    }

    /// <summary><paramref name="count"/> numbers from one end to the other.</summary>
    public static double[] Linear(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    /// <summary>Checks the ends of an axis.</summary>
    /// <exception cref="ArgumentException">They are not finite, or do not ascend.</exception>
    public static void MustAscend((double From, double To) range, string what)
    {
        if (!(range.From < range.To) || !double.IsFinite(range.To - range.From))
        {
            throw new ArgumentException(
                $"{what} goes from {Number(range.From)} to {Number(range.To)}. The first must be the smaller one.");
        }
    }

    /// <summary>Which of so many points are drawn, evenly spaced in their order: enough to see, few enough to
    /// send.</summary>
    public static int[] Drawn(int count, int most)
    {
        int every = (count + most - 1) / most;
        return [.. Enumerable.Range(0, count).Where(i => i % every == 0)];
    }

    /// <summary>How many of them are drawn, in words.</summary>
    public static string Shown(int count, int most)
    {
        int drawn = Drawn(count, most).Length;
        return drawn < count ? $"showing {NumberText.Count(drawn)} of {Count(count, "point")}" : Count(count, "point");
    }

    /// <summary>A noun with its count: <c>1 point</c>, <c>140 points</c>.</summary>
    public static string Count(long count, string of) => $"{NumberText.Count(count)} {of}{(count == 1 ? "" : "s")}";
}
