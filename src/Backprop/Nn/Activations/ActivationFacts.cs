using Backprop.Ops;

namespace Backprop;

/// <summary>What a comparison of activations says. The numbers are measured on the formula from −30 to 30, not typed.</summary>
public sealed record ActivationFacts
{
    private const double Edge = 30, Spacing = 0.01, Flat = 0.01;

    /// <summary>All values that y can take, as mathematics writes an interval: <c>(0, 1)</c>.</summary>
    public required string Range { get; init; }

    /// <summary>The least y measured.</summary>
    public required double Lowest { get; init; }

    /// <summary>The largest y measured.</summary>
    public required double Highest { get; init; }

    /// <summary>The largest |dy/dx|: what a gradient can at most be multiplied by.</summary>
    public required double SteepestSlope { get; init; }

    /// <summary>Below this x the slope stays under 0.01, so that almost nothing is learned there; null where it never does.</summary>
    public required double? FlatBelow { get; init; }

    /// <summary>Above this x the slope stays under 0.01; null where it never does.</summary>
    public required double? FlatAbove { get; init; }

    /// <summary>Whether y takes both signs, so that a layer's outputs can average to 0.</summary>
    public bool HasBothSigns => Lowest < -Flat && Highest > Flat;

    /// <summary>What it is good for.</summary>
    public string Strength { get; init; } = "";

    /// <summary>What it is bad at.</summary>
    public string Weakness { get; init; } = "";

    /// <summary>Where it was published.</summary>
    public string Source { get; init; } = "";

    /// <summary>Measures a formula of input 0.</summary>
    internal static ActivationFacts Measure(Formula formula, string? range = null)
    {
        int count = (int)(2 * Edge / Spacing) + 1;
        var x = new double[count];
        for (int i = 0; i < count; i++)
            x[i] = -Edge + i * Spacing;
        double[] y = Values(formula, x), slope = Values(formula.Derivative(Formula.Input(0)), x);

        int first = Array.FindIndex(slope, s => Math.Abs(s) >= Flat), last = Array.FindLastIndex(slope, s => Math.Abs(s) >= Flat);
        double low = y.Min(), high = y.Max();
        return new ActivationFacts
        {
            Range = range ?? Interval(low, high, y[0], y[^1]),
            Lowest = low,
            Highest = high,
            SteepestSlope = slope.Max(Math.Abs),
            FlatBelow = first > 0 ? x[first] : null,
            FlatAbove = last >= 0 && last < count - 1 ? x[last] : null,
        };
    }

    private static double[] Values(Formula formula, double[] x)
    {
        using (Functional.NoGrad())
        {
            var y = Tensor.Empty(Device.Default, [x.Length], DType.Float64);
            var points = Tensor.From(x, [x.Length], DType.Float64);
            y.Overwrite(new Program(1, 0, formula), [points], []);
            return y.ToArray<double>();
        }
    }

    // What still grows at the edge is taken to grow for ever.
    private static string Interval(double low, double high, double atLeft, double atRight)
    {
        bool fallsForEver = Math.Min(atLeft, atRight) <= -Edge / 2, growsForEver = Math.Max(atLeft, atRight) >= Edge / 2;
        string from = fallsForEver ? "(−∞" : $"[{Rounded(low)}";
        string to = growsForEver ? "∞)" : $"{Rounded(high)}]";
        return $"{from}, {to}";
    }

    private static string Rounded(double value) =>
        value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
}
