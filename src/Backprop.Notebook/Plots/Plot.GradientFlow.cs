using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const double Vanished = 0.01;

    /// <summary>
    /// How large the gradients of the weights are, layer by layer, on a logarithmic axis: whether they vanish or
    /// explode on their way back. Call it after <c>loss.Backward()</c> and before <c>ZeroGrad()</c>:
    /// <c>Plot.GradientFlow(net)</c>
    /// </summary>
    /// <param name="net">The net; its gradients are read and stay as they are.</param>
    /// <exception cref="ArgumentException">No weight has a gradient.</exception>
    public static Figure GradientFlow(Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        // A bias has no layer below it to scale its gradient: mixed in, it hides what happens to the weights.
        List<(string Name, Tensor Value)> weights = [.. net.NamedParameters.Where(p => p.Value.Shape.Rank >= 2)];
        if (weights.Count == 0)
            weights = [.. net.NamedParameters];
        List<(string Name, Tensor Gradient)> flow = [.. weights
            .Where(p => p.Value.Grad is not null)
            .Select(p => (p.Name, p.Value.Grad!))];
        if (flow.Count == 0)
        {
            throw new ArgumentException($"Plot.GradientFlow: none of the {weights.Count} weights of "
                + $"{net.GetType().Name} has a gradient. Call loss.Backward() first, and plot before ZeroGrad().");
        }
        string[] names = [.. flow.Select(l => l.Name)];
        double[][] sizes = [.. flow.Select(l => Array.ConvertAll(Numbers(l.Gradient), Math.Abs))];
        double[] means = [.. sizes.Select(s => s.Average())];
        double[] largest = [.. sizes.Select(s => s.Max())];
        Chart chart = Chart.Combine(
            Chart.Line(names, means, Name: "mean", ShowMarkers: true, Role: SeriesRole.Gradient),
            Chart.Line(names, largest, Name: "largest", ShowMarkers: true))
            .WithTitle("Gradient flow").WithXAxisStyle("weight, from input to output")
            .WithYAxisStyle("|gradient|", Log: true);
        return new Figure("Gradient flow", FigurePart.Of(chart))
        {
            Subject = net.GetType().Name,
            Extent = Count(flow.Count, "weight tensor"),
            Finding = FlowFinding(names, means),
            Caption = "Read from right to left: that is the way the gradient goes. A line that falls to the left by a "
                + "factor at each layer is a gradient that vanishes; one that rises explodes. The axis is logarithmic: "
                + "equal distances are equal factors.",
        };
    }

    private static string FlowFinding(string[] names, double[] means)
    {
        string[] still = [.. names.Where((_, i) => means[i] == 0)];
        string stopped = still.Length == 0 ? "" : $" No gradient at all reaches {string.Join(", ", still.Take(4))}.";
        string[] broken = [.. names.Where((_, i) => !double.IsFinite(means[i]))];
        if (broken.Length > 0)
            return $"The gradient of {string.Join(", ", broken.Take(4))} holds NaN or ∞.{stopped}";
        string ends = $"The mean |gradient| is {Number(means[^1])} at {names[^1]} and {Number(means[0])} at {names[0]}";
        if (means.Length == 1)
            return $"The mean |gradient| is {Number(means[0])} at {names[0]}.{stopped}";
        if (means[0] == 0 || means[^1] == 0)
            return $"{ends}.{stopped}";
        double factor = means[0] / means[^1];
        string trend = factor switch
        {
            < Vanished => $": {Number(1 / factor)} times smaller at the input, it vanishes",
            > 1 / Vanished => $": {Number(factor)} times larger at the input, it explodes",
            _ => $", a factor of {Number(factor)}: neither vanishing nor exploding",
        };
        return $"{ends}{trend}.{stopped}";
    }
}
