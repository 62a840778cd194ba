using Point = (double X, double Y);

namespace Backprop.Display;

/// <summary>Draws lines of equal height by marching squares, each with its height where there is room.</summary>
internal sealed class ContourLayer(SvgBuilder svg, Frame frame)
{
    private const int About = 9;

    /// <summary>One path for each of some round heights.</summary>
    public void Draw(ContourTrace contour)
    {
        double[] finite = [.. contour.Z.All.Where(double.IsFinite)];
        if (finite.Length == 0)
            return;
        Ticks levels = Ticks.Linear(finite.Min(), finite.Max(), About);
        for (int i = 0; i < levels.Values.Count; i++)
        {
            List<List<Point>> lines = ContourLines.At(contour, levels.Values[i]);
            var path = new PathData();
            foreach (List<Point> line in lines)
                AddLine(path, line);
            // The higher, the stronger.
            double strength = 0.35 + (0.65 * i / Math.Max(1, levels.Values.Count - 1));
            string opacity = TextView.Invariant($" stroke-opacity=\"{strength:0.##}\"");
            svg.Path(path, Ink.Axis with { Attributes = Ink.Axis.Attributes + opacity });
            DrawHeight(lines, levels.Labels[i]);
        }
    }

    private void AddLine(PathData path, List<Point> line)
    {
        path.MoveTo(frame.X.At(line[0].X), frame.Y.At(line[0].Y));
        for (int i = 1; i < line.Count; i++)
            path.LineTo(frame.X.At(line[i].X), frame.Y.At(line[i].Y));
    }

    private void DrawHeight(List<List<Point>> lines, string label)
    {
        List<Point>? longest = lines.MaxBy(l => l.Count);
        if (longest is null || longest.Count < 12)
            return;
        (double x, double y) = longest[longest.Count / 2];
        svg.Text(frame.X.At(x), frame.Y.At(y) + 4, label, new Ink("m s halo", "fill=\"#666\""), "middle");
    }
}
