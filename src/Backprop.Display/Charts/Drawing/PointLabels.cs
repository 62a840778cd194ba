namespace Backprop.Display;

/// <summary>
/// Finds room for the names of points: at the right, else at the left, above or below, where no other point and no other
/// name stands. A name without room is left out; the chart's data has it.
/// </summary>
internal sealed class PointLabels(double width)
{
    private const double Beside = 7;
    private const double Height = 12;
    private const double Radius = 3;

    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Keeps the place of a point free of names.</summary>
    public void Keep(double x, double y) => taken.Add((x - Radius, y - Radius, x + Radius, y + Radius));

    /// <summary>Where to write a name, and how it is anchored there; null where there is no room.</summary>
    public (double X, double Y, string Anchor)? Find(double x, double y, string name)
    {
        double wide = TextWidth.Of(name);
        (double Left, double Base, double X, string Anchor)[] places =
        [
            (x + Beside, y + 4, x + Beside, "start"),
            (x - Beside - wide, y + 4, x - Beside, "end"),
            (x - (wide / 2), y - Beside, x, "middle"),
            (x - (wide / 2), y + Beside + 9, x, "middle"),
        ];
        foreach ((double left, double bottom, double at, string anchor) in places)
        {
            (double Left, double Top, double Right, double Bottom) box = (left, bottom - Height + 2, left + wide, bottom + 2);
            if (box.Left < 0 || box.Right > width || taken.Exists(other => Meet(box, other)))
                continue;
            taken.Add(box);
            return (at, bottom, anchor);
        }
        return null;
    }

    private static bool Meet(
        (double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
