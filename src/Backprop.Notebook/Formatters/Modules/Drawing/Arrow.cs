using Backprop.Display;

namespace Backprop;

/// <summary>Arrows along an axis, and the circle where two of them are added.</summary>
internal static class Arrow
{
    private const double Head = 5;

    private static Ink Tip { get; } = new("head", "fill=\"#666\"");

    /// <summary>A straight arrow, level or upright.</summary>
    public static void Draw(SvgBuilder svg, double x1, double y1, double x2, double y2)
    {
        double length = Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1));
        if (length < 1)
            return;
        (double dx, double dy) = ((x2 - x1) / length, (y2 - y1) / length);
        (double baseX, double baseY) = (x2 - (dx * Head), y2 - (dy * Head));
        svg.Line(x1, y1, baseX, baseY, Ink.Axis);
        double half = Head * 0.6;
        svg.Path(
            new PathData().MoveTo(x2, y2).LineTo(baseX - (dy * half), baseY + (dx * half))
                .LineTo(baseX + (dy * half), baseY - (dx * half)).Close(),
            Tip);
    }

    /// <summary>A circle with a plus in it.</summary>
    public static void Plus(SvgBuilder svg, double x, double y)
    {
        const double Radius = 9;
        svg.Circle(x, y, Radius, new Ink("plain", "fill=\"#fff\" stroke=\"#567\""));
        var ink = new Ink("plus", "fill=\"none\" stroke=\"#a34100\" stroke-width=\"2\"");
        svg.Line(x - 4.5, y, x + 4.5, y, ink).Line(x, y - 4.5, x, y + 4.5, ink);
    }
}
