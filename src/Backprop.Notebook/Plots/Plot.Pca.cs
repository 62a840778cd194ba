using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostAxes = 20;
    private const double Enough = 0.9;

    /// <summary>
    /// Data along its two principal axes, and how much of the variance each axis holds: <c>Plot.Pca(x, labels)</c>
    /// </summary>
    /// <param name="x">[n, features], 2 or more features.</param>
    /// <param name="labels">The class of each row, [n], or null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Figure Pca(Tensor x, Tensor? labels = null)
    {
        Projection map = Projection.Of(x, "Plot.Pca", turn: true);
        int[]? classes = labels is null ? null : Labels(labels, map.Count, "Plot.Pca");
        double[] shares = map.Shares!;
        int shown = Math.Min(MostAxes, shares.Length);
        int[] axes = [.. Enumerable.Range(1, shown)];
        double[] sums = [.. axes.Select(axis => shares.Take(axis).Sum())];
        Chart scatter = Scatter(map, classes, null).WithTitle("Along the first two axes");
        Chart scree = Chart.Combine(
            Chart.Column(shares.Take(shown), Keys: axes, Name: "this axis"),
            Chart.Column(sums, Keys: axes, Name: "up to this axis"))
            .WithTitle("Share of the variance").WithXAxisStyle("principal axis")
            .WithYAxisStyle("share", MinMax: (0, 1.05));
        int needed = Enumerable.Range(1, shares.Length).First(axis => shares.Take(axis).Sum() >= Enough - 1e-12);
        return new Figure("Principal components", FigurePart.Of(scatter, 240), FigurePart.Of(scree, 240))
        {
            Subject = Count(map.Features, "feature"),
            Extent = Shown(map.Count, MostScattered),
            Finding = $"The first axis holds {NumberText.Percent(shares[0])} of the variance, the first two "
                + $"{NumberText.Percent(shares[0] + shares[1])}; "
                + $"{Count(needed, "axis").Replace("axiss", "axes", StringComparison.Ordinal)} of {shares.Length} hold "
                + $"{NumberText.Percent(Enough, 0)} or more.",
            Caption = "Principal axes are the directions in which the data varies most, each at right angles to those "
                + "before. Columns that fall quickly mean that few numbers tell most of what the features say. "
                + "Features in different units must be standardised first.",
        };
    }
}
