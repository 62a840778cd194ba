namespace Backprop.Display;

/// <summary>
/// What a drawing does not show: gaps, numbers that a log axis cannot have, points that share a pixel.
/// </summary>
internal static class Remarks
{
    private const int ManyPoints = 1000;

    public static IEnumerable<string> Of(ChartPlan plan, Frame frame)
    {
        IReadOnlyList<Trace> traces = plan.Chart.Traces;
        if (traces.All(t => Numbers(t).Length == 0))
            yield return "There is nothing to show: the series are empty.";

        long missing = traces.Sum(t => Numbers(t).LongCount(v => !double.IsFinite(v)));
        if (missing > 0)
            yield return $"{Values(missing)} NaN or infinite and left out.";

        long hidden = traces.Sum(t => Hidden(t, frame));
        if (hidden > 0)
            yield return $"{Values(hidden)} not above 0: a log axis cannot show {(hidden == 1 ? "it" : "them")}.";

        int points = traces.OfType<PointTrace>().Select(p => p.Y.Count).DefaultIfEmpty(0).Max();
        if (points > ManyPoints)
            yield return $"{NumberText.Count(points)} points; those on the same pixel are drawn once.";

        int line = traces.OfType<LineTrace>().Select(l => l.Y.Count).DefaultIfEmpty(0).Max();
        if (line > 4 * frame.Width)
        {
            yield return $"{NumberText.Count(line)} points; each pixel column shows its first, lowest, highest and "
                + "last.";
        }
    }

    private static string Values(long count) => count == 1 ? "1 value is" : $"{NumberText.Count(count)} values are";

    private static double[] Numbers(Trace trace) => trace switch
    {
        LineTrace line => line.Y.Values,
        PointTrace points => points.Y.Values,
        BarTrace bars => [.. bars.Values],
        HistogramTrace histogram => [.. histogram.Values],
        HeatmapTrace heat => [.. heat.Z.All],
        ContourTrace contour => [.. contour.Z.All],
        SurfaceTrace surface => [.. surface.Z.All],
        BoxTrace boxes => [.. boxes.Values.SelectMany(v => v)],
        _ => [],
    };

    private static long Hidden(Trace trace, Frame frame)
    {
        IEnumerable<(double X, double Y)> points = trace switch
        {
            LineTrace line => line.X.Values.Zip(line.Y.Values),
            PointTrace scatter => scatter.X.Values.Zip(scatter.Y.Values),
            _ => [],
        };
        return points.LongCount(p => (frame.X.IsLog && p.X <= 0) || (frame.Y.IsLog && p.Y <= 0));
    }
}
