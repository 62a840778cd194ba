using Backprop.Display;

namespace Backprop;

/// <summary>Numbers in a row: a bar, the higher the more there are.</summary>
internal sealed record BarBlock(string Name, Shape? Output, string Look) : Block(Name, Output, Look)
{
    public override double Width => 16;

    public override double Height => Output is { Rank: > 0 } shape
        ? Math.Clamp(14 + (12 * Math.Log2(Math.Max(1, shape[^1]))), 14, 124)
        : 60;

    public override void Draw(SvgBuilder svg, double x, double middle) =>
        svg.Rectangle(x, middle - (Height / 2), Width, Height, Fill);
}
