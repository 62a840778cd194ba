using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int GridSteps = 49;

    /// <summary>
    /// The heights of a function of two weights as lines of equal loss:
    /// <c>Plot.LossSurface((x, y) => x * x + 4 * y * y, x: (-5, 5), y: (-3, 3))</c>
    /// </summary>
    /// <param name="f">The loss; it is called once with all points of a grid, so it may use only operations on tensors
    /// that work element by element.</param>
    /// <param name="x">From where to where the first weight goes.</param>
    /// <param name="y">From where to where the second weight goes.</param>
    /// <exception cref="ArgumentException">A range does not ascend, or f is not elementwise.</exception>
    public static Figure LossSurface(
        Func<Tensor, Tensor, Tensor> f, (double From, double To) x, (double From, double To) y)
    {
        var surface = LossGrid.Of(f, x, y, GridSteps, "Plot.LossSurface");
        (double atX, double atY, double low) = surface.Lowest;
        Chart chart = surface.Contours().WithTitle("From above").WithXAxisStyle("x").WithYAxisStyle("y")
            .WithAnnotation(atX, atY, $"lowest {Number(low)}");
        Chart space = surface.Surface().WithTitle("In space").WithXAxisStyle("x").WithYAxisStyle("y");
        return new Figure("Loss surface", FigurePart.Of(chart, 300), FigurePart.Of(space, 300))
        {
            Subject = $"x from {Number(x.From)} to {Number(x.To)}, y from {Number(y.From)} to {Number(y.To)}",
            Extent = Invariant($"{GridSteps} × {GridSteps} points"),
            Finding = $"On this grid the loss is lowest at ({Number(atX)}, {Number(atY)}) with {Number(low)} and "
                + $"highest with {Number(surface.Highest)}.{Missing(surface)}",
            Caption = "At the left each line joins points of equal loss; the number on it is that loss. Where lines "
                + "lie close the surface is steep; the gradient stands at right angles on them and points uphill.",
        };
    }

    private static string Missing(LossGrid surface) => surface.NotFinite == 0
        ? ""
        : $" At {Count(surface.NotFinite, "point")} it is not finite: nothing is drawn there.";
}
