namespace Backprop.Display;

/// <summary>The names of lines at their right ends, moved apart where they would overlap.</summary>
internal static class EndLabels
{
    private const double Apart = 13;
    private const int FontSize = 11;

    /// <summary>The room that the names need at the right.</summary>
    public static double Width(IEnumerable<LineTrace> lines) =>
        lines.Select(l => 10 + (TextWidth.Of(l.Name ?? "", FontSize) * 1.06)).DefaultIfEmpty(0).Max();

    /// <summary>Writes the names.</summary>
    public static void Draw(SvgBuilder svg, Frame frame, IEnumerable<(LineTrace Line, SeriesStyle Style)> lines)
    {
        var labels = new List<(double X, double Y, string Name, Ink Ink)>();
        foreach ((LineTrace line, SeriesStyle style) in lines)
        {
            if (line.Name is { } name && End(line, frame) is { } end)
                labels.Add((end.X + 7, Math.Clamp(end.Y, frame.Top, frame.Bottom), name, style.Text));
        }
        labels.Sort((a, b) => a.Y.CompareTo(b.Y));
        double[] y = MovedApart([.. labels.Select(l => l.Y)], frame.Top, frame.Bottom);
        for (int i = 0; i < labels.Count; i++)
            svg.Text(labels[i].X, y[i] + 4, labels[i].Name, labels[i].Ink);
    }

    /// <summary>
    /// Ascending places, at least so far apart, as near to the given ones as it goes, between two limits.
    /// </summary>
    internal static double[] MovedApart(double[] places, double min, double max)
    {
        double[] result = [.. places];
        for (int i = 1; i < result.Length; i++)
            result[i] = Math.Max(result[i], result[i - 1] + Apart);
        // Pushed out at the bottom: push back up.
        for (int i = result.Length - 1; i >= 0; i--)
            result[i] = Math.Min(result[i], max - ((result.Length - 1 - i) * Apart));
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Max(result[i], min + (i * Apart) - Apart);
        return result;
    }

    private static (double X, double Y)? End(LineTrace line, Frame frame)
    {
        (double X, double Y)? end = null;
        for (int i = 0; i < line.Y.Count; i++)
        {
            double x = line.X.Values[i];
            if (frame.X.Takes(x) && frame.Y.Takes(line.Y.Values[i]) && frame.X.Contains(x))
            {
                // The rightmost point, not the last one: a line may turn back.
                if (end is null || frame.X.At(x) >= end.Value.X)
                    end = (frame.X.At(x), frame.Y.At(line.Y.Values[i]));
            }
        }
        return end;
    }
}
