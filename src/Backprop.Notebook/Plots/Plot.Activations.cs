using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const double ActivationReach = 6;
    private const int MostActivations = 12;

    /// <summary>
    /// Activation functions with their derivatives and where hardly any gradient passes:
    /// <c>Plot.Activations(Sigmoid, Tanh, Relu, Gelu)</c>
    /// </summary>
    /// <param name="functions">Functions of one number, element by element; a module such as <c>new Sigmoid()</c> or
    /// <c>Activation.All[3]</c> is one too.</param>
    /// <exception cref="ArgumentException">There is none or more than 12, or one joins elements.</exception>
    public static Figure Activations(params ReadOnlySpan<Layer> functions)
    {
        if (functions.Length is 0 or > MostActivations)
        {
            throw new ArgumentException(
                $"Plot.Activations draws 1 to {MostActivations} functions, not {functions.Length}. Write "
                + "Plot.Activations(Sigmoid, Relu).");
        }
        var parts = new List<FigurePart>();
        var findings = new List<string>();
        for (int i = 0; i < functions.Length; i++)
        {
            Layer function = functions[i]
                ?? throw new ArgumentNullException(nameof(functions), $"Function {i} is null.");
            string name = NameOf(function, i);
            ActivationCurve curve = ActivationCurve.Of(function, name, -ActivationReach, ActivationReach);
            parts.Add(ActivationPart(name, curve));
            findings.Add($"{name}: {Slope(curve)}, {Zones(curve)}");
        }
        return new Figure("Activations", parts)
        {
            Subject = "function and derivative",
            Extent = Invariant($"x from {Number(-ActivationReach)} to {Number(ActivationReach)}"),
            Finding = string.Join(". ", findings) + ".",
            Caption = "Solid: the function f(x). Dashed: its derivative f′(x), the factor by which a gradient is "
                + $"multiplied on its way back. Hatched: |f′| < {Number(ActivationCurve.Flat)}, the unit is saturated; "
                + "hardly any gradient passes, and the weights before it hardly learn.",
        };
    }

    private static FigurePart ActivationPart(string name, ActivationCurve curve)
    {
        Chart chart = Chart.Combine(
            Chart.Line(curve.X, curve.Y, Name: "f", Role: SeriesRole.Value),
            Chart.Line(curve.X, curve.Slopes, Name: "f′", Role: SeriesRole.Gradient))
            .WithTitle(name).WithXAxisStyle("x").WithYAxisStyle("f(x), f′(x)", MinMax: Heights(curve));
        foreach ((double from, double to) in curve.FlatZones)
            chart = chart.WithVerticalBand(from, to);
        return FigurePart.Of(chart) with { Remark = Slope(curve), Note = Zones(curve) };
    }

    // All of a function that stays small; of one that grows for ever as much as lets the derivative be seen.
    private static (double, double) Heights(ActivationCurve curve)
    {
        double[] all = [.. curve.Y, .. curve.Slopes];
        double low = Math.Max(-3, all.Where(double.IsFinite).DefaultIfEmpty(0).Min());
        double high = Math.Min(3, all.Where(double.IsFinite).DefaultIfEmpty(1).Max());
        double margin = Math.Max(0.1, (high - low) * 0.06);
        return (low - margin, high + margin);
    }

    private static string Slope(ActivationCurve curve)
    {
        double low = curve.Slopes.Min();
        double high = curve.Slopes.Max();
        if (low == high)
            return $"slope {Number(low)} everywhere";
        return low < -0.005 ? $"slope from {Rounded(low)} to {Rounded(high)}" : $"largest slope {Rounded(high)}";
    }

    private static string Zones(ActivationCurve curve)
    {
        IReadOnlyList<(double From, double To)> zones = curve.FlatZones;
        if (zones.Count == 0)
            return "saturates nowhere";
        if (zones.Count == 1 && zones[0].From == -ActivationReach && zones[0].To == ActivationReach)
            return "saturated everywhere";
        return "saturated " + string.Join(" and ", zones.Select(z =>
            z.From == -ActivationReach ? $"below {Rounded(z.To)}" : $"above {Rounded(z.From)}"));
    }

    private static string Rounded(double value) => Number(Math.Round(value, 2));

    private static string NameOf(Layer function, int index)
    {
        if (function.Target is Module module && function.Method.Name == nameof(Module.Forward))
            return module.ToString()!;
        // The compiler puts < into names of its own.
        return function.Method.Name.Contains('<', StringComparison.Ordinal)
            ? Invariant($"function {index + 1}")
            : function.Method.Name;
    }
}
