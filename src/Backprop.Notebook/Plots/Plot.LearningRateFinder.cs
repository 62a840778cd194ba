using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    /// <summary>
    /// Tries learning rates from low to high and shows where the loss falls and where it explodes:
    /// <c>Plot.LearningRateFinder(net, data, (p, t) => p.CrossEntropy(t))</c>. The net is handed back as it was.
    /// </summary>
    /// <inheritdoc cref="Backprop.LearningRateFinder.Run"/>
    public static Figure LearningRateFinder(
        Module net,
        TensorDataset data,
        Func<Tensor, Tensor, Tensor> loss,
        Func<IReadOnlyList<Tensor>, Optimizer>? optimizer = null,
        double from = 1e-6,
        double to = 10,
        int steps = 100,
        int batchSize = 32) =>
        LearningRateFinder(Backprop.LearningRateFinder.Run(net, data, loss, optimizer, from, to, steps, batchSize));

    /// <summary>What a <see cref="Backprop.LearningRateFinder"/> has found.</summary>
    public static Figure LearningRateFinder(LearningRateFinder finder)
    {
        ArgumentNullException.ThrowIfNull(finder);
        double start = finder.SmoothLosses[0];
        double low = finder.SmoothLosses.Min();
        Chart chart = Chart.Combine(
            Chart.Line(finder.Rates, finder.SmoothLosses, Name: "smoothed", Role: SeriesRole.Loss),
            Chart.Point(finder.Rates, finder.Losses, Name: "loss of a batch"))
            .WithTitle("Learning-rate finder").WithXAxisStyle("learning rate", Log: true)
            .WithYAxisStyle("loss", MinMax: (Math.Min(0, low), Math.Max(start, low) * 1.5))
            .WithVerticalLine(finder.Suggested, $"suggested {Number(finder.Suggested)}");
        string end = finder.HasExploded
            ? $"above {Number(finder.Rates[^1])} it explodes"
            : $"up to {Number(finder.Rates[^1])} it does not explode";
        return new Figure("Learning-rate finder", FigurePart.Of(chart))
        {
            Extent = Count(finder.Rates.Count, "rate"),
            Finding = $"The loss falls fastest at a rate of {Number(finder.Suggested)}; it is lowest at "
                + $"{Number(finder.Lowest)}, and {end}. Begin with {Number(finder.Suggested)}.",
            Caption = "One step for each rate, from left to right, so the net has learned more at the right: what "
                + "counts is where the line falls steeply, not where it is lowest. The net was handed back as it was.",
        };
    }
}
