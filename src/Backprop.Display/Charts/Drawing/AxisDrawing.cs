namespace Backprop.Display;

/// <summary>Draws grid lines, numbers and names of the two axes, and the user's own lines across.</summary>
internal sealed class AxisDrawing(SvgBuilder svg, Frame frame, ChartPlan plan)
{
    private const double Gap = 12;

    /// <summary>What lies under the data.</summary>
    /// <param name="withGrid">False for a heat map, whose cells are the grid.</param>
    public void Draw(bool withGrid)
    {
        if (plan.Y.IsVisible)
            DrawUp(withGrid);
        if (withGrid && plan.X.IsVisible)
            DrawGround();
        if (plan.X.IsVisible)
            DrawAcross(withGrid);
    }

    private void DrawUp(bool withGrid)
    {
        if (plan.Y.Categories is { } rows)
            DrawCategoriesDown(rows);
        else
            DrawNumbersUp(frame.Y.TicksEvery(Frame.YSpacing), withGrid);
        if (plan.Y.Title is { } title)
            svg.Text(2, frame.Top - 14, TextWidth.Fit(title, svg.Width - 4), Ink.Muted);
    }

    private void DrawAcross(bool withGrid)
    {
        if (plan.X.Categories is { } columns)
            DrawCategoriesAcross(columns);
        else
            DrawNumbersAcross(withGrid && plan.Bars.AreHorizontal);
        if (plan.X.Title is { } title)
            svg.Text(frame.Right, svg.Height - 4, TextWidth.Fit(title, svg.Width - 4), Ink.Muted, "end");
    }

    /// <summary>The user's lines, over the data.</summary>
    public void DrawGuides()
    {
        foreach (Guide guide in plan.Chart.Layout.Guides)
        {
            Scale scale = guide.IsVertical ? frame.X : frame.Y;
            if (!scale.Takes(guide.At) || !scale.Contains(guide.At))
                continue;
            double at = scale.At(guide.At);
            if (guide.IsVertical)
                DrawVertical(at, guide.Text);
            else
                DrawHorizontal(at, guide.Text);
        }
    }

    private static Ink GuideInk { get; } = new("ax", "fill=\"none\" stroke=\"#888\" stroke-dasharray=\"3 3\"");

    private void DrawVertical(double x, string text)
    {
        svg.Line(x, frame.Top, x, frame.Bottom, GuideInk);
        // Within the frame: beside it stand the names of lines.
        bool fits = x + 5 + TextWidth.Of(text) <= frame.Right;
        svg.Text(fits ? x + 5 : x - 5, frame.Top + 10, text, Ink.Muted, fits ? "start" : "end");
    }

    private void DrawHorizontal(double y, string text)
    {
        svg.Line(frame.Left, y, frame.Right, y, GuideInk);
        svg.Text(frame.Left + 5, y - 4, text, Ink.Muted);
    }

    private void DrawNumbersUp(Ticks ticks, bool withGrid)
    {
        var grid = new PathData();
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double y = frame.Y.At(ticks.Values[i]);
            grid.MoveTo(frame.Left, y).LineTo(frame.Right, y);
            svg.Text(frame.Left - 6, y + 4, ticks.Labels[i], Ink.Muted, "end");
        }
        if (withGrid)
            svg.Path(grid, Ink.Grid);
    }

    // The line on which columns and curves stand: zero where the axis has it, else the bottom.
    private void DrawGround()
    {
        if (plan.Bars.AreHorizontal)
        {
            double x = frame.X.Contains(0) && !frame.X.IsLog ? frame.X.At(0) : frame.Left;
            svg.Line(x, frame.Top, x, frame.Bottom, Ink.Axis);
            return;
        }
        bool hasZero = !plan.Y.IsFlipped && !frame.Y.IsLog && frame.Y.Contains(0);
        double y = hasZero ? frame.Y.At(0) : frame.Bottom;
        svg.Line(frame.Left, y, frame.Right, y, Ink.Axis);
    }

    private void DrawNumbersAcross(bool withGrid)
    {
        Ticks ticks = FittingTicks();
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double x = frame.X.At(ticks.Values[i]);
            if (withGrid)
                svg.Line(x, frame.Top, x, frame.Bottom, Ink.Grid);
            svg.Text(x, frame.Bottom + 15, ticks.Labels[i], Ink.Muted, "middle");
        }
    }

    // Fewer and fewer ticks until their labels leave room between each other.
    private Ticks FittingTicks()
    {
        // Three at least where the chart is narrow.
        double spacing = Math.Min(64, frame.Width / 3.5);
        Ticks ticks = frame.X.TicksEvery(spacing);
        for (int attempt = 0; attempt < 5 && Overlap(ticks); attempt++)
        {
            spacing *= 1.5;
            ticks = frame.X.TicksEvery(spacing);
        }
        return ticks;
    }

    private bool Overlap(Ticks ticks)
    {
        double end = double.NegativeInfinity;
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double half = TextWidth.Of(ticks.Labels[i]) / 2;
            double x = frame.X.At(ticks.Values[i]);
            if (x - half < end + (Gap / 2))
                return true;
            end = x + half;
        }
        return false;
    }

    private void DrawCategoriesAcross(IReadOnlyList<string> texts)
    {
        double band = Math.Abs(frame.X.At(1) - frame.X.At(0));
        double widest = texts.Select(t => TextWidth.Of(t)).DefaultIfEmpty(0).Max();
        bool all = band >= 34 || widest + 6 <= band;
        int every = all ? 1 : (int)Math.Ceiling((Math.Min(widest, 90) + Gap) / band);
        double room = (band * every) - 6;
        for (int i = 0; i < texts.Count; i += every)
        {
            if (frame.X.Contains(i))
                svg.Text(frame.X.At(i), frame.Bottom + 15, TextWidth.Fit(texts[i], room), Ink.Muted, "middle");
        }
    }

    private void DrawCategoriesDown(IReadOnlyList<string> texts)
    {
        double band = Math.Abs(frame.Y.At(1) - frame.Y.At(0));
        int every = Math.Max(1, (int)Math.Ceiling(14 / band));
        for (int i = 0; i < texts.Count; i += every)
        {
            if (frame.Y.Contains(i))
                svg.Text(frame.Left - 6, frame.Y.At(i) + 4, TextWidth.Fit(texts[i], frame.Left - 8), Ink.Muted, "end");
        }
    }
}
