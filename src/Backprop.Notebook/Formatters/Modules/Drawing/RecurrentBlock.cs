using Backprop.Display;

namespace Backprop;

/// <summary>A recurrent layer along time: the same cell at each step, its state handed on to the right.</summary>
internal sealed record RecurrentBlock(string Name, Shape? Output, string Look, bool IsBidirectional)
    : Block(Name, Output, Look)
{
    private const int Cells = 4;
    private const double Cell = 30;
    private const double Gap = 20;
    private const double Stem = 16;

    private static readonly string[] Times = ["1", "2", "…", "T"];

    public override double Width => (Cells * Cell) + ((Cells - 1) * Gap);

    public override double Height => Cell + (2 * (Stem + 16));

    public override void Draw(SvgBuilder svg, double x, double middle)
    {
        double top = middle - (Cell / 2);
        for (int i = 0; i < Cells; i++)
        {
            double left = x + (i * (Cell + Gap));
            double center = left + (Cell / 2);
            Arrow.Draw(svg, center, top + Cell + Stem, center, top + Cell);
            Arrow.Draw(svg, center, top, center, top - Stem);
            svg.Rectangle(left, top, Cell, Cell, Fill);
            svg.Text(center, middle + 4, Times[i] == "…" ? "…" : "h", new Ink("s b", ""), "middle");
            svg.Text(center, top + Cell + Stem + 11, Times[i] == "…" ? "…" : "x" + Times[i], Ink.Muted, "middle");
            svg.Text(center, top - Stem - 3, Times[i] == "…" ? "…" : "y" + Times[i], Ink.Muted, "middle");
            if (i == 0)
                continue;
            double y = IsBidirectional ? middle - 5 : middle;
            Arrow.Draw(svg, left - Gap, y, left, y);
            if (IsBidirectional)
                Arrow.Draw(svg, left, middle + 6, left - Gap, middle + 6);
        }
    }
}
