namespace Backprop.Display;

/// <summary>Draws columns, bars and histograms.</summary>
internal sealed class BarLayer(SvgBuilder svg, Frame frame, ChartPlan plan)
{
    /// <summary>The room at the right for the numbers of lying bars.</summary>
    public const double ValueRoom = 48;

    private const double Filled = 0.76;
    private const int FewBars = 16;

    /// <summary>One series of bars; several stand side by side.</summary>
    public void DrawBars(BarTrace trace, SeriesStyle style)
    {
        bool lying = plan.Bars.AreHorizontal;
        Scale keys = lying ? frame.Y : frame.X;
        Scale values = lying ? frame.X : frame.Y;
        double band = Math.Abs(keys.At(1) - keys.At(0)) * Filled;
        double thick = Math.Max(1, (band / plan.Bars.Count) - (plan.Bars.Count > 1 ? 1 : 0));
        double first = -(band / 2) + (band / plan.Bars.Count * plan.Bars.IndexOf(trace));
        bool labelled = plan.Bars.Keys.Count * plan.Bars.Count <= FewBars && (lying || thick >= 24);
        Func<double, string> write = CellText.For(plan.Chart.Traces.OfType<BarTrace>().SelectMany(t => t.Values));
        double ground = values.Takes(0) && values.Contains(0) ? values.At(0) : lying ? frame.Left : frame.Bottom;

        for (int i = 0; i < trace.Values.Count; i++)
        {
            double value = trace.Values[i];
            if (!values.Takes(value))
                continue;
            double side = keys.At(plan.Bars.PlaceOf(trace, i)) + first;
            double end = values.At(Math.Clamp(value, values.Min, values.Max));
            string text = write(value);
            DrawBar(side, thick, ground, end, style.Fill, $"{trace.Keys[i]}: {text}");
            if (plan.Bars.IndexOf(trace) > 0)
                DrawBar(side, thick, ground, end, Hatch.Over(svg), $"{trace.Keys[i]}: {text}");
            if (labelled)
                DrawValue(side + (thick / 2), end, value < 0, text);
        }
    }

    /// <summary>A histogram; the first is filled, further ones are drawn as steps over it.</summary>
    public void DrawHistogram(HistogramTrace trace, SeriesStyle style, bool isFirst)
    {
        Bins bins = plan.Bins!;
        int[] counts = bins.CountIn(trace.Values);
        double ground = frame.Y.Takes(0) ? frame.Y.At(0) : frame.Bottom;
        var path = new PathData();
        for (int i = 0; i < counts.Length; i++)
        {
            double left = frame.X.At(bins.Edge(i));
            double right = frame.X.At(bins.Edge(i + 1));
            double top = frame.Y.Takes(counts[i]) ? frame.Y.At(counts[i]) : ground;
            if (!isFirst)
                _ = i == 0
                    ? path.MoveTo(left, ground).LineTo(left, top).LineTo(right, top)
                    : path.LineTo(left, top).LineTo(right, top);
            else if (counts[i] > 0)
                path.Rectangle(left + 0.5, top, Math.Max(0.5, right - left - 1), ground - top);
        }
        if (!isFirst)
            path.LineTo(frame.X.At(bins.Edge(counts.Length)), ground);
        svg.Path(path, isFirst ? Soft(style.Fill) : style.Line);
    }

    private void DrawBar(double side, double thick, double ground, double end, Ink ink, string hint)
    {
        double from = Math.Min(ground, end);
        double length = Math.Max(0.5, Math.Abs(ground - end));
        if (plan.Bars.AreHorizontal)
            svg.Rectangle(from, side, length, thick, ink, hint);
        else
            svg.Rectangle(side, from, thick, length, ink, hint);
    }

    private void DrawValue(double middle, double end, bool isNegative, string text)
    {
        if (!plan.Bars.AreHorizontal)
        {
            svg.Text(middle, isNegative ? end + 13 : end - 4, text, Ink.Muted, "middle");
            return;
        }
        if (isNegative && end - 6 - TextWidth.Of(text) >= frame.Left)
            svg.Text(end - 5, middle + 4, text, Ink.Muted, "end");
        else if (isNegative)
            svg.Text(frame.X.At(0) + 5, middle + 4, text, Ink.Muted);
        else if (end + 6 + TextWidth.Of(text) <= svg.Width)
            svg.Text(end + 5, middle + 4, text, Ink.Muted);
    }

    private static Ink Soft(Ink ink) => new(ink.Class + " soft", ink.Attributes + " fill-opacity=\".8\"");
}
