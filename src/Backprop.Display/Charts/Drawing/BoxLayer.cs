namespace Backprop.Display;

/// <summary>Draws boxes with medians, whiskers and the numbers beyond them.</summary>
internal sealed class BoxLayer(SvgBuilder svg, Frame frame, ChartPlan plan)
{
    private const double Filled = 0.6;
    private const double Widest = 90;
    private const int MostOutliers = 200;

    /// <summary>One series of boxes; several stand side by side over the same key.</summary>
    public void Draw(BoxTrace trace, SeriesStyle style)
    {
        List<BoxTrace> all = [.. plan.Chart.Traces.OfType<BoxTrace>()];
        string[] keys = ChartPlan.BoxKeys(plan.Chart);
        // Series that share no key stand each alone over their own.
        bool sideBySide = all.Sum(t => t.Keys.Count) > keys.Length;
        int beside = sideBySide ? all.Count : 1;
        double band = Math.Abs(frame.X.At(1) - frame.X.At(0)) * Filled;
        double step = Math.Min(band / beside, Widest);
        int index = sideBySide ? all.FindIndex(t => ReferenceEquals(t, trace)) : 0;
        double shift = (index - ((beside - 1) / 2.0)) * step;
        for (int i = 0; i < trace.Keys.Count; i++)
        {
            BoxFigures figures = BoxFigures.Of(trace.Values[i]);
            if (figures.Count > 0)
                DrawBox(frame.X.At(Array.IndexOf(keys, trace.Keys[i])) + shift, step * 0.8, figures, style);
        }
    }

    private void DrawBox(double middle, double width, BoxFigures figures, SeriesStyle style)
    {
        double left = middle - (width / 2);
        double top = At(figures.Upper);
        double bottom = At(figures.Lower);
        svg.Path(new PathData().Rectangle(left, top, width, bottom - top), style.Area);
        double cap = width / 4;
        var lines = new PathData().Rectangle(left, top, width, bottom - top);
        lines.MoveTo(middle, top).LineTo(middle, At(figures.UpperWhisker));
        lines.MoveTo(middle, bottom).LineTo(middle, At(figures.LowerWhisker));
        lines.MoveTo(middle - cap, At(figures.UpperWhisker)).LineTo(middle + cap, At(figures.UpperWhisker));
        lines.MoveTo(middle - cap, At(figures.LowerWhisker)).LineTo(middle + cap, At(figures.LowerWhisker));
        svg.Path(lines, style.Solid);
        double median = At(figures.Median);
        svg.Rectangle(left, median - 1.5, width, 3, style.Fill);
        DrawOutliers(middle, figures.Outliers, style);
    }

    private void DrawOutliers(double middle, IReadOnlyList<double> outliers, SeriesStyle style)
    {
        var dots = new PathData();
        foreach (int i in ChartTable.Spread(outliers.Count, MostOutliers))
        {
            if (frame.Y.Takes(outliers[i]) && frame.Y.Contains(outliers[i]))
                dots.Add(style.Marker, middle, frame.Y.At(outliers[i]), 2.4);
        }
        svg.Path(dots, style.Fill);
    }

    private double At(double value) =>
        frame.Y.Takes(value) ? Math.Clamp(frame.Y.At(value), frame.Top, frame.Bottom) : frame.Bottom;
}
