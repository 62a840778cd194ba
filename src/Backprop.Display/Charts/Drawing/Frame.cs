namespace Backprop.Display;

/// <summary>The rectangle in which data are drawn, with its two scales, inside a drawing of a given size.</summary>
/// <param name="X">From left to right.</param>
/// <param name="Y">From bottom to top, unless the axis is flipped.</param>
/// <param name="Left">In pixels.</param>
/// <param name="Top">In pixels.</param>
/// <param name="Right">In pixels.</param>
/// <param name="Bottom">In pixels.</param>
internal sealed record Frame(Scale X, Scale Y, double Left, double Top, double Right, double Bottom)
{
    private const double Line = 18;
    private const double Bare = 1;

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>True where a point lies in the rectangle.</summary>
    public bool Shows(double x, double y) => X.Takes(x) && Y.Takes(y) && X.Contains(x) && Y.Contains(y);

    /// <summary>
    /// Leaves room for the names and numbers of the axes, the legend above and the names at the lines' ends.
    /// </summary>
    /// <param name="plan">The chart.</param>
    /// <param name="width">Of the whole drawing.</param>
    /// <param name="height">Of the whole drawing.</param>
    /// <param name="legendHeight">The room above.</param>
    /// <param name="endWidth">The room at the right.</param>
    public static Frame For(ChartPlan plan, double width, double height, double legendHeight, double endWidth)
    {
        double aboveY = !plan.Y.IsVisible ? Bare : plan.Y.Title is null ? 10 : 10 + Line;
        double belowX = !plan.X.IsVisible ? Bare : Line + (plan.X.Title is null ? 2 : 2 + Line);
        double top = legendHeight + aboveY;
        double bottom = Math.Max(height - belowX, top + 20);
        Scale y = plan.Y.Over(bottom, top);
        double left = plan.Y.IsVisible ? Math.Max(18, LabelWidth(plan.Y, y, width) + 8) : Bare;
        double right = Math.Max(left + 20, width - Math.Max(plan.X.IsVisible ? 14 : Bare, endWidth));
        return new Frame(plan.X.Over(left, right), y, left, top, right, bottom);
    }

    /// <summary>The least distance between two ticks of the vertical axis.</summary>
    public const double YSpacing = 42;

    private static double LabelWidth(AxisPlan axis, Scale scale, double width)
    {
        IEnumerable<string> labels = axis.Categories ?? scale.TicksEvery(YSpacing).Labels;
        return Math.Min(labels.Select(l => TextWidth.Of(l)).DefaultIfEmpty(0).Max(), width * 0.36);
    }
}
