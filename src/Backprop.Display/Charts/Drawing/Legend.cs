namespace Backprop.Display;

/// <summary>
/// Names above the drawing: of points, bars and histograms, and of lines where there is no room at their ends.
/// </summary>
internal sealed class Legend
{
    private const double Row = 18;
    private const double Sample = 26;
    private const double Gap = 16;

    private readonly List<(Trace Trace, SeriesStyle Style, double X, double Y)> entries = [];

    /// <summary>Places the names from left to right, in as many rows as they need.</summary>
    public Legend(IEnumerable<(Trace Trace, SeriesStyle Style)> named, double width)
    {
        double x = 2;
        double y = 12;
        foreach ((Trace trace, SeriesStyle style) in named)
        {
            double needed = Sample + 5 + TextWidth.Of(trace.Name!);
            if (x > 2 && x + needed > width)
            {
                x = 2;
                y += Row;
            }
            entries.Add((trace, style, x, y));
            x += needed + Gap;
        }
        Height = entries.Count == 0 ? 0 : y + 4;
        Width = width;
    }

    /// <summary>The room it takes, in pixels.</summary>
    public double Height { get; }

    private double Width { get; }

    /// <summary>Draws samples and names.</summary>
    public void Draw(SvgBuilder svg)
    {
        foreach ((Trace trace, SeriesStyle style, double x, double y) in entries)
        {
            DrawSample(svg, trace, style, x, y - 4);
            string name = TextWidth.Fit(trace.Name!, Width - x - Sample - 5);
            svg.Text(x + Sample + 5, y, name, Ink.Muted);
        }
    }

    private void DrawSample(SvgBuilder svg, Trace trace, SeriesStyle style, double x, double y)
    {
        switch (trace)
        {
            case LineTrace:
                svg.Line(x, y, x + Sample, y, style.Line);
                svg.Path(Shape(style, x, y), style.Fill);
                break;
            case PointTrace:
                svg.Path(Shape(style, x, y), style.Fill);
                break;
            case HistogramTrace when IsLater<HistogramTrace>(trace):
                svg.Line(x, y, x + Sample, y, style.Line);
                break;
            default:
                svg.Rectangle(x + 8, y - 5, 14, 10, style.Fill);
                if (trace is BarTrace && IsLater<BarTrace>(trace))
                    svg.Rectangle(x + 8, y - 5, 14, 10, Hatch.Over(svg));
                break;
        }
    }

    private bool IsLater<T>(Trace trace) => !ReferenceEquals(trace, entries.Find(e => e.Trace is T).Trace);

    private static PathData Shape(SeriesStyle style, double x, double y)
    {
        var path = new PathData();
        path.Add(style.Marker, x + (Sample / 2), y, 3.6);
        return path;
    }
}
