namespace Backprop.Display;

/// <summary>The shapes of points, in the order in which series take them.</summary>
internal enum Marker
{
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
}

/// <summary>Draws the shapes.</summary>
internal static class MarkerShapes
{
    /// <summary>Adds one marker, of about the same area whatever its shape.</summary>
    public static void Add(this PathData path, Marker marker, double x, double y, double radius)
    {
        switch (marker)
        {
            case Marker.Circle:
                path.Circle(x, y, radius);
                break;
            case Marker.Square:
                double half = radius * 0.9;
                path.Rectangle(x - half, y - half, 2 * half, 2 * half);
                break;
            case Marker.Triangle:
                double r = radius * 1.25;
                path.MoveTo(x, y - r)
                    .LineTo(x + (r * 0.95), y + (r * 0.75))
                    .LineTo(x - (r * 0.95), y + (r * 0.75))
                    .Close();
                break;
            case Marker.Diamond:
                double d = radius * 1.3;
                path.MoveTo(x, y - d).LineTo(x + d, y).LineTo(x, y + d).LineTo(x - d, y).Close();
                break;
            default:
                Cross(path, x, y, radius * 1.1);
                break;
        }
    }

    // A filled cross, not two strokes: markers are areas.
    private static void Cross(PathData path, double x, double y, double r)
    {
        double t = r * 0.38;
        (double Dx, double Dy)[] corners =
        [
            (-r, -r + t), (-r + t, -r), (0, -t), (r - t, -r), (r, -r + t), (t, 0),
            (r, r - t), (r - t, r), (0, t), (-r + t, r), (-r, r - t), (-t, 0),
        ];
        path.MoveTo(x + corners[0].Dx, y + corners[0].Dy);
        foreach ((double dx, double dy) in corners.Skip(1))
            path.LineTo(x + dx, y + dy);
        path.Close();
    }
}
