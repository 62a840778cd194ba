namespace Backprop.Display;

/// <summary>
/// From a unit cube to the plane: turned about the vertical, seen from above, without perspective, so that equal
/// lengths along an axis are equal on the page.
/// </summary>
internal sealed class SurfaceView
{
    private const double Turn = 35 * Math.PI / 180;
    private const double Tilt = 28 * Math.PI / 180;
    private const double Rise = 0.72;

    private readonly double scale;
    private readonly double left;
    private readonly double bottom;

    /// <summary>Fits the cube into a rectangle of pixels.</summary>
    public SurfaceView(double x, double y, double width, double height)
    {
        double wide = Math.Cos(Turn) + Math.Sin(Turn);
        double high = ((Math.Cos(Turn) + Math.Sin(Turn)) * Math.Sin(Tilt)) + (Rise * Math.Cos(Tilt));
        scale = Math.Min(width / wide, height / high);
        left = x + ((width - (wide * scale)) / 2);
        bottom = y + height - ((height - (high * scale)) / 2);
    }

    /// <summary>
    /// The pixel of a point: x runs to the right and towards the reader, y to the right and away, z up; each from 0 to
    /// 1.
    /// </summary>
    public (double X, double Y) At(double x, double y, double z)
    {
        double across = (x * Math.Cos(Turn)) + (y * Math.Sin(Turn));
        double away = (y * Math.Cos(Turn)) + ((1 - x) * Math.Sin(Turn));
        return (left + (across * scale),
            bottom - (((away * Math.Sin(Tilt)) + (z * Rise * Math.Cos(Tilt))) * scale));
    }
}
