using Point = (double X, double Y);

namespace Backprop.Display;

/// <summary>Draws lines and points.</summary>
internal sealed class LineLayer(SvgBuilder svg, Frame frame)
{
    private const int FewPoints = 20;
    private const int FewShapes = 300;
    private const double BetweenMarkers = 90;

    /// <summary>A line, broken where a number is missing; a number between two gaps becomes a marker.</summary>
    /// <param name="line">The data.</param>
    /// <param name="style">Its look.</param>
    /// <param name="index">Which line it is; markers of different lines are set off against each other.</param>
    /// <param name="isAlone">True where no other line has to be told from it.</param>
    public void DrawLine(LineTrace line, SeriesStyle style, int index, bool isAlone)
    {
        var path = new PathData();
        var markers = new PathData();
        bool each = line.ShowMarkers || line.Y.Count <= (isAlone ? 1 : FewPoints);
        double next = frame.Left + (20 * (index % 5));
        foreach (List<Point> run in Runs(line))
        {
            if (run.Count == 1)
                markers.Add(style.Marker, run[0].X, run[0].Y, 3.2);
            IReadOnlyList<Point> points = Thinning.Line(run, frame.Width);
            for (int i = 0; i < points.Count; i++)
            {
                (double x, double y) = points[i];
                _ = i == 0 ? path.MoveTo(x, y) : path.LineTo(x, y);
                bool marked = each ? run.Count <= 400 && run.Count > 1 : !isAlone && x >= next;
                if (!marked)
                    continue;
                markers.Add(style.Marker, x, y, 3.2);
                next = Math.Max(next, x) + BetweenMarkers;
            }
        }
        svg.Path(path, style.Line);
        svg.Path(markers, style.Fill);
    }

    /// <summary>The area with a line, broken where one of its edges is missing.</summary>
    public void DrawBand(LineTrace line, Band band, SeriesStyle style)
    {
        var path = new PathData();
        var upper = new List<Point>();
        var lower = new List<Point>();
        for (int i = 0; i <= line.Y.Count; i++)
        {
            bool isEnd = i == line.Y.Count || !frame.X.Takes(line.X.Values[i])
                || !frame.Y.Takes(band.Upper.Values[i]) || !(band.IsToZero || frame.Y.Takes(band.Lower.Values[i]));
            if (!isEnd)
            {
                double x = frame.X.At(line.X.Values[i]);
                upper.Add((x, Inside(band.Upper.Values[i])));
                lower.Add((x, Inside(band.Lower.Values[i])));
                continue;
            }
            AddArea(path, upper, lower);
            upper.Clear();
            lower.Clear();
        }
        svg.Path(path, style.Area);
    }

    // On a log axis zero lies below everything.
    private double Inside(double value) =>
        frame.Y.Takes(value) ? Math.Clamp(frame.Y.At(value), frame.Top, frame.Bottom) : frame.Bottom;

    private void AddArea(PathData path, List<Point> upper, List<Point> lower)
    {
        if (upper.Count < 2)
            return;
        IReadOnlyList<Point> there = Thinning.Line(upper, frame.Width);
        IReadOnlyList<Point> back = Thinning.Line(lower, frame.Width);
        path.MoveTo(there[0].X, there[0].Y);
        foreach ((double x, double y) in there.Skip(1).Concat(back.Reverse()))
            path.LineTo(x, y);
        path.Close();
    }

    /// <summary>Points, each perhaps with a text at its right.</summary>
    public void DrawPoints(PointTrace points, SeriesStyle style)
    {
        var all = new List<Point>();
        for (int i = 0; i < points.Y.Count; i++)
        {
            double x = points.X.Values[i];
            double y = points.Y.Values[i];
            if (frame.Shows(x, y))
                all.Add((frame.X.At(x), frame.Y.At(y)));
        }
        IReadOnlyList<Point> shown = Thinning.Points(all);
        DrawShapes(shown, style);
        if (points.Labels is { } labels && labels.Count <= 40)
            DrawLabels(points, labels);
    }

    private void DrawShapes(IReadOnlyList<Point> points, SeriesStyle style)
    {
        double radius = points.Count switch
        {
            <= 150 => 4.5,
            <= 600 => 3.2,
            _ => 2,
        };
        if (points.Count <= FewShapes)
        {
            DrawEach(points, style, radius);
            return;
        }

        // Many circles are drawn as dots of a thick line of no length: a tenth of the text.
        bool asDots = points.Count > 600 && style.Marker == Marker.Circle;
        var path = new PathData();
        foreach ((double x, double y) in points)
        {
            if (asDots)
                path.Dot(x, y);
            else
                path.Add(style.Marker, x, y, radius);
        }
        svg.Path(path, asDots ? Dots(style) : style.Fill);
    }

    // Each a shape of its own, with an outline that keeps neighbours apart.
    private void DrawEach(IReadOnlyList<Point> points, SeriesStyle style, double radius)
    {
        svg.Add(new Html($"<g class=\"pt {style.Fill.Class}\" {style.Fill.Attributes} stroke=\"#fff\">"));
        foreach ((double x, double y) in points)
        {
            var shape = new PathData();
            shape.Add(style.Marker, x, y, radius);
            svg.Path(shape, Ink.Text);
        }
        svg.Add(new Html("</g>"));
    }

    private void DrawLabels(PointTrace points, IReadOnlyList<string> labels)
    {
        var placed = new PointLabels(svg.Width);
        for (int i = 0; i < labels.Count; i++)
        {
            if (frame.X.Takes(points.X.Values[i]) && frame.Y.Takes(points.Y.Values[i]))
                placed.Keep(frame.X.At(points.X.Values[i]), frame.Y.At(points.Y.Values[i]));
        }
        for (int i = 0; i < labels.Count; i++)
        {
            double x = points.X.Values[i];
            double y = points.Y.Values[i];
            if (labels[i].Length == 0 || !frame.X.Takes(x) || !frame.Y.Takes(y))
                continue;
            if (placed.Find(frame.X.At(x), frame.Y.At(y), labels[i]) is { } place)
                svg.Text(place.X, place.Y, labels[i], Ink.Muted, place.Anchor);
        }
    }

    private List<List<Point>> Runs(LineTrace line)
    {
        var runs = new List<List<Point>>();
        List<Point>? run = null;
        for (int i = 0; i < line.Y.Count; i++)
        {
            double x = line.X.Values[i];
            double y = line.Y.Values[i];
            if (!frame.X.Takes(x) || !frame.Y.Takes(y))
            {
                run = null;
                continue;
            }
            if (run is null)
                runs.Add(run = []);
            run.Add((frame.X.At(x), frame.Y.At(y)));
        }
        return runs;
    }

    private static Ink Dots(SeriesStyle style) =>
        new("dots " + style.Fill.Class, style.Fill.Attributes.Replace("fill=", "stroke=", StringComparison.Ordinal)
            + " stroke-width=\"4\" stroke-linecap=\"round\"");
}
