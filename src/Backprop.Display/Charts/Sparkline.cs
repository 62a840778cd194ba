using System.Text;

namespace Backprop.Display;

/// <summary>Numbers as a row of small blocks: <c>▂▅█▃</c>.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>At most so many blocks; each shows the mean of its share of the numbers. A gap is a space.</summary>
    public static string Of(IReadOnlyList<double> values, int width = 20)
    {
        ArgumentNullException.ThrowIfNull(values);
        int count = Math.Min(width, values.Count);
        double[] means = [.. Enumerable.Range(0, count).Select(i => Mean(values, i, count))];
        double[] finite = [.. means.Where(double.IsFinite)];
        if (finite.Length == 0)
            return "";
        double min = finite.Min();
        double span = finite.Max() - min;
        var text = new StringBuilder(count);
        foreach (double mean in means)
        {
            double share = span > 0 ? (mean - min) / span : 0.5;
            text.Append(double.IsFinite(mean) ? Blocks[(int)Math.Round(share * (Blocks.Length - 1))] : ' ');
        }
        return text.ToString();
    }

    /// <summary>Counts as blocks from zero: a count of 0 is a space.</summary>
    public static string OfCounts(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int most = counts.Count == 0 ? 0 : counts.Max();
        if (most == 0)
            return "";
        return string.Concat(
            counts.Select(c => c == 0 ? ' ' : Blocks[(int)Math.Round(c * (Blocks.Length - 1.0) / most)]));
    }

    private static double Mean(IReadOnlyList<double> values, int part, int parts)
    {
        int start = (int)((long)part * values.Count / parts);
        int end = Math.Max(start + 1, (int)((long)(part + 1) * values.Count / parts));
        double[] own = [.. Enumerable.Range(start, end - start).Select(i => values[i]).Where(double.IsFinite)];
        return own.Length == 0 ? double.NaN : own.Average();
    }
}
