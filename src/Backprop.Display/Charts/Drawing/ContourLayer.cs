using System.Globalization;
using Point = (double X, double Y);

namespace Backprop.Display;

/// <summary>
/// Draws lines of equal height by marching squares, each with its height where there is room, over coloured bands where
/// they are asked for.
/// </summary>
internal sealed class ContourLayer(SvgBuilder svg, Frame frame, IReadOnlyList<Note> notes)
{
    private const int About = 9;
    private const int LeastPoints = 12;
    private const double Apart = 14;

    private readonly List<Point> labels = [];

    /// <summary>The heights at which lines are drawn, with their texts.</summary>
    public static Ticks LevelsOf(ContourTrace contour)
    {
        if (contour.Levels is { } asked)
        {
            return new Ticks(
                asked, [.. asked.Select(a => NumberText.Minus(a.ToString("G4", CultureInfo.InvariantCulture)))]);
        }
        double[] finite = [.. contour.Z.All.Where(double.IsFinite)];
        return finite.Length == 0 ? new Ticks([], []) : Ticks.Linear(finite.Min(), finite.Max(), About);
    }

    /// <summary>One path for each height.</summary>
    public void Draw(ContourTrace contour)
    {
        Ticks levels = LevelsOf(contour);
        if (contour.IsFilled && contour.Z.Rows > 1 && contour.Z.Columns > 1)
            new HeatLayer(svg, frame).Place(ContourPicture.DataUri(contour, levels.Values));
        // One height alone is a boundary, such as the one between two classes.
        bool isBoundary = contour.Levels is { Count: 1 };
        for (int i = 0; i < levels.Values.Count; i++)
        {
            List<List<Point>> lines = ContourLines.At(contour, levels.Values[i]);
            var path = new PathData();
            foreach (List<Point> line in lines)
                AddLine(path, line);
            svg.Path(path, isBoundary ? Boundary : Level(i, levels.Values.Count));
            if (!isBoundary)
                DrawHeight(lines, levels.Labels[i]);
        }
    }

    private static Ink Boundary { get; } =
        new("bd", "fill=\"none\" stroke=\"#333\" stroke-width=\"2\" stroke-linejoin=\"round\"");

    // The higher, the stronger.
    private static Ink Level(int index, int count)
    {
        double strength = 0.35 + (0.65 * index / Math.Max(1, count - 1));
        string opacity = TextView.Invariant($" stroke-opacity=\"{strength:0.##}\"");
        return Ink.Axis with { Attributes = Ink.Axis.Attributes + opacity };
    }

    private bool IsNear(Note note, Point at, double half) =>
        Math.Abs(frame.X.At(note.X) - at.X) < (TextWidth.Of(note.Text) / 2) + half + 4
        && Math.Abs(frame.Y.At(note.Y) - at.Y) < 2 * Apart;

    private void AddLine(PathData path, List<Point> line)
    {
        path.MoveTo(frame.X.At(line[0].X), frame.Y.At(line[0].Y));
        for (int i = 1; i < line.Count; i++)
            path.LineTo(frame.X.At(line[i].X), frame.Y.At(line[i].Y));
    }

    // At the middle of the longest line, or a little further where another height stands already.
    private void DrawHeight(List<List<Point>> lines, string label)
    {
        List<Point>? longest = lines.MaxBy(l => l.Count);
        if (longest is null || longest.Count < LeastPoints)
            return;
        double half = TextWidth.Of(label) / 2;
        foreach (double share in new[] { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2 })
        {
            (double x, double y) = longest[(int)(share * (longest.Count - 1))];
            Point at = (frame.X.At(x), frame.Y.At(y) + 4);
            bool isFree = labels.TrueForAll(
                l => Math.Abs(l.Y - at.Y) >= Apart || Math.Abs(l.X - at.X) >= (2 * half) + 8)
                && notes.All(note => !IsNear(note, at, half));
            bool fits = at.X - half >= frame.Left && at.X + half <= frame.Right
                && at.Y - 11 >= frame.Top && at.Y <= frame.Bottom;
            if (!isFree || !fits)
                continue;
            svg.Text(at.X, at.Y, label, new Ink("m s halo", "fill=\"#666\""), "middle");
            labels.Add(at);
            return;
        }
    }
}
