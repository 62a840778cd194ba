using Backprop.Display;

namespace Backprop;

/// <summary>Images: sheets one behind the other, one for each channel.</summary>
internal sealed record SheetsBlock(string Name, Shape? Output, string Look) : Block(Name, Output, Look)
{
    private const int MostSheets = 8;
    private const double Step = 5;

    private int Sheets => Output is { Rank: > 2 } shape ? Math.Clamp(shape[1], 1, MostSheets) : 3;

    // Half the pixels are not half the block, or small ones would not be seen.
    private double Size => Output is { Rank: 4 } shape ? Math.Clamp(12 + (14 * Math.Log2(Math.Max(1, shape[2]))), 14, 104) : 44;

    private double Across => Size * 0.55;

    public override double Width => Across + (Step * (Sheets - 1));

    public override double Height => Size + (2 * (Sheets - 1));

    public override void Draw(SvgBuilder svg, double x, double middle)
    {
        double top = middle - (Height / 2);
        for (int i = Sheets - 1; i >= 0; i--)
            svg.Rectangle(x + (Step * i), top + (2 * (Sheets - 1 - i)), Across, Size, Fill);
    }
}
