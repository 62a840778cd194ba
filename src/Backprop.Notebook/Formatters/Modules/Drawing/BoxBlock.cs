using Backprop.Display;

namespace Backprop;

/// <summary>Anything else: a box.</summary>
internal sealed record BoxBlock(string Name, Shape? Output, string Look) : Block(Name, Output, Look)
{
    public override double Width => 44;

    public override double Height => 44;

    public override void Draw(SvgBuilder svg, double x, double middle) =>
        svg.Rectangle(x, middle - (Height / 2), Width, Height, Fill);
}
