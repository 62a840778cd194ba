using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostPaths = 6;

    /// <summary>
    /// How optimizers walk down a function of two weights:
    /// <c>Plot.Paths((x, y) => x * x + 4 * y * y, from: (-4, 1), steps: 15, p => new Sgd(p) { LearningRate = 0.24
    /// })</c>
    /// </summary>
    /// <param name="f">The loss, in operations on tensors that work element by element.</param>
    /// <param name="from">Where all start.</param>
    /// <param name="steps">How many steps each makes.</param>
    /// <param name="optimizers">Each makes an optimizer for the list of the two parameters that it is given.</param>
    /// <exception cref="ArgumentException">There is no optimizer or more than 6, no step, or f is not
    /// elementwise.</exception>
    public static Figure Paths(
        Func<Tensor, Tensor, Tensor> f,
        (double X, double Y) from,
        int steps,
        params ReadOnlySpan<Func<IReadOnlyList<Tensor>, Optimizer>> optimizers)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (optimizers.Length is 0 or > MostPaths)
        {
            throw new ArgumentException(
                $"Plot.Paths draws 1 to {MostPaths} optimizers, not {optimizers.Length}. "
                + "Write p => new Sgd(p) { LearningRate = 0.1 }.");
        }
        if (steps is < 1 or > 5000)
            throw new ArgumentException(Invariant($"Plot.Paths makes 1 to 5000 steps, not {steps}."));
        var paths = new List<DescentPath>();
        foreach (Func<IReadOnlyList<Tensor>, Optimizer> optimizer in optimizers)
            paths.Add(DescentPath.Walk(f, from, steps, optimizer));

        ((double, double) x, (double, double) y) = DescentPath.Window(paths);
        Chart surface = LossGrid.Of(f, x, y, GridSteps, "Plot.Paths").Contours();
        DescentPath[] ranked = [.. paths.OrderBy(p => double.IsFinite(p.Losses[^1]) ? p.Losses[^1] : double.MaxValue)];
        string best = $"After {Count(steps, "step")} the loss {Number(paths[0].Losses[0])} of the start has become "
            + string.Join(", ", ranked.Select(p => $"{Number(p.Losses[^1])} by {p.FullName}")) + ".";
        return new Figure("Paths of descent", paths.Select(p => PathPart(p, surface, x, y)))
        {
            Subject = $"from ({Number(from.X)}, {Number(from.Y)})",
            Extent = Count(steps, "step"),
            Finding = best + Leaving(paths),
            Caption = "Thin lines join points of equal loss, each marker is one step. A step goes against the "
                + "gradient, at right angles to the line it starts from: across a narrow valley that is not where the "
                + "minimum lies, and the path zigzags.",
        };
    }

    private static FigurePart PathPart(
        DescentPath path, Chart surface, (double, double) x, (double, double) y)
    {
        Chart line = Chart.Line(path.X, path.Y, ShowMarkers: path.X.Count <= 200, Dashed: false);
        Chart chart = Chart.Combine(surface, line)
            .WithTitle(path.Name).WithXAxisStyle("x", x).WithYAxisStyle("y", y)
            .WithAnnotation(path.X[0], path.Y[0], "start");
        if (path.IsFinite)
            chart = chart.WithAnnotation(path.X[^1], path.Y[^1], "end");
        return FigurePart.Of(chart, height: 230) with { Remark = path.Settings, Note = path.Summary };
    }

    private static string Leaving(List<DescentPath> paths)
    {
        string[] gone = [.. paths.Where(p => !(p.Losses[^1] <= p.Losses[0])).Select(p => p.FullName)];
        return gone.Length == 0
            ? ""
            : $" {string.Join(" and ", gone)} ended higher than the start: the steps are too long.";
    }
}
