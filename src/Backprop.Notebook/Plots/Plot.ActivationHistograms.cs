using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostHistograms = 24;

    /// <summary>
    /// How the numbers that come out of each layer are spread, all on the same axis: whether a signal dies or explodes
    /// on its way through the net. <c>Plot.ActivationHistograms(net, x)</c>
    /// </summary>
    /// <param name="net">The net. It runs once, in the mode of use and without recording.</param>
    /// <param name="x">Examples, one row each.</param>
    /// <exception cref="ArgumentException">The net does not take x.</exception>
    public static Figure ActivationHistograms(Module net, Tensor x)
    {
        List<LayerOutput> layers = Interesting(LayerOutputs.Of(net, x, "Plot.ActivationHistograms"));
        List<LayerOutput> shown = [.. layers.Take(MostHistograms)];
        double[][] values = [.. shown.Select(layer => Numbers(layer.Output))];
        (double, double) range = Common(values);
        IEnumerable<FigurePart> parts = shown.Select((layer, i) => HistogramPart(layer, values[i], range));
        double first = Deviation(values[0]);
        double last = Deviation(values[^1]);
        return new Figure("Activations per layer", parts)
        {
            Subject = net.GetType().Name,
            Extent = shown.Count < layers.Count
                ? Invariant($"showing {shown.Count} of {layers.Count} layers")
                : Count(x.Shape[0], "example"),
            Finding = shown.Count < 2
                ? $"The standard deviation is {Number(first)}."
                : $"The standard deviation goes from {Number(first)} in layer {shown[0].ShortLabel} to {Number(last)} "
                    + $"in layer {shown[^1].ShortLabel}{Trend(first, last)}.",
            Caption = "All drawings share the horizontal axis. A healthy net keeps about the same width from layer to "
                + "layer; a needle at 0 is a signal that has died, two towers at the ends are saturated units.",
        };
    }

    // Linear layers only where no activation follows them: the numbers behind the activation are what goes on.
    private static List<LayerOutput> Interesting(IReadOnlyList<LayerOutput> all) =>
        [.. all.Where((l, i) => l.Activation is not null || i == all.Count - 1 || all[i + 1].Activation is null)];

    private static FigurePart HistogramPart(LayerOutput layer, double[] values, (double, double) range)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        Chart chart = Chart.Histogram(values, NBinsX: 40, Role: SeriesRole.Value)
            .WithTitle(layer.Label).WithXAxisStyle("value", MinMax: range).WithYAxisStyle("count");
        string zeros = finite.Length > 0 && finite.Count(v => v == 0) is > 0 and int zero
            ? $", {NumberText.Percent(zero / (double)values.Length, 0)} exactly 0"
            : "";
        string broken = finite.Length < values.Length
            ? $", {Count(values.Length - finite.Length, "value")} NaN or ∞"
            : "";
        return FigurePart.Of(chart, height: 170) with
        {
            Note = $"mean {Number(Mean(finite))}, standard deviation {Number(Deviation(finite))}{zeros}{broken}",
        };
    }

    private static (double, double) Common(double[][] values)
    {
        double[] finite = [.. values.SelectMany(v => v).Where(double.IsFinite)];
        if (finite.Length == 0)
            return (-1, 1);
        (double low, double high) = (finite.Min(), finite.Max());
        return low < high ? (low, high) : (low - 1, high + 1);
    }

    private static string Trend(double first, double last)
    {
        double factor = last / first;
        return factor switch
        {
            < 0.1 => $": {Number(1 / factor)} times narrower, the signal dies out",
            > 10 => $": {Number(factor)} times wider, the signal explodes",
            _ => "",
        };
    }

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : values.Average();

    private static double Deviation(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double mean = Mean(finite);
        return finite.Length == 0 ? double.NaN : Math.Sqrt(finite.Average(v => (v - mean) * (v - mean)));
    }
}
