using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    /// <summary>
    /// Which share of the units of each activation layer lets hardly any gradient pass, |f′| &lt; 0.05, and which units
    /// are dead, saturated for every example: <c>Plot.Saturation(net, x)</c>
    /// </summary>
    /// <param name="net">The net. It runs once, in the mode of use and without recording.</param>
    /// <param name="x">Examples, one row each.</param>
    /// <exception cref="ArgumentException">The net has no activation layer, or does not take x.</exception>
    public static Figure Saturation(Module net, Tensor x)
    {
        var layers = new List<(string Name, double Saturated, double Dead)>();
        foreach (LayerOutput layer in LayerOutputs.Of(net, x, "Plot.Saturation"))
        {
            if (layer.Slopes() is { } slopes)
            {
                int units = layer.Output.Shape.Size / layer.Output.Shape[0];
                layers.Add((layer.ShortLabel, Share(slopes), DeadShare(slopes, units)));
            }
        }
        if (layers.Count == 0)
        {
            throw new ArgumentException(
                $"Plot.Saturation found no activation among the layers of {net}. Put Tanh or Relu between linear "
                    + "layers, in a Sequential.");
        }
        string[] names = [.. layers.Select(l => l.Name)];
        Chart chart = Chart.Combine(
            Chart.Bar(layers.Select(l => l.Saturated), names, Name: "saturated values"),
            Chart.Bar(layers.Select(l => l.Dead), names, Name: "dead units"))
            .WithTitle("Saturation").WithXAxisStyle("share", MinMax: (0, 1));
        (string worst, double most, _) = layers.MaxBy(l => l.Saturated);
        (string dying, _, double dead) = layers.MaxBy(l => l.Dead);
        string deaths = dead > 0
            ? $"Most dead units are in layer {dying}: {NumberText.Percent(dead, 0)} give no gradient for any example."
            : "No unit is dead.";
        return new Figure("Saturation", FigurePart.Of(chart))
        {
            Subject = net.GetType().Name,
            Extent = Count(x.Shape[0], "example"),
            Finding = $"Most saturated is layer {worst}: at {NumberText.Percent(most, 0)} of its values hardly any "
                + $"gradient passes. {deaths}",
            Caption = $"A value is saturated where |f′| < {Number(ActivationCurve.Flat)}. Of a ReLU about half is "
                + "normal: that is what makes it sparse. A unit that is saturated for every example is dead: nothing "
                + "before it learns through it.",
        };
    }

    private static double Share(double[] slopes) => slopes.Count(IsFlat) / (double)slopes.Length;

    private static double DeadShare(double[] slopes, int units) =>
        Enumerable.Range(0, units).Count(unit => IsDead(slopes, unit, units)) / (double)units;

    private static bool IsDead(double[] slopes, int unit, int units)
    {
        for (int i = unit; i < slopes.Length; i += units)
        {
            if (!IsFlat(slopes[i]))
                return false;
        }
        return true;
    }

    private static bool IsFlat(double slope) => !(Math.Abs(slope) >= ActivationCurve.Flat);
}
