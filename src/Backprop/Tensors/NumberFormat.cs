using System.Globalization;

namespace Backprop;

/// <summary>
/// One way to write all numbers of a tensor: whole, with as few decimals as they need (at most four), or, if they are
/// of very different sizes, each with five digits.
/// </summary>
internal readonly struct NumberFormat
{
    private const int Decimals = 4;
    private readonly string pattern;
    private readonly bool isTruth;

    internal NumberFormat(string pattern, bool isTruth = false)
    {
        this.pattern = pattern;
        this.isTruth = isTruth;
    }

    internal static NumberFormat For(ReadOnlySpan<double> values, DType dtype)
    {
        if (dtype == DType.Bool)
            return new("", isTruth: true);
        int decimals = 0;
        double largest = 0, smallest = double.PositiveInfinity;
        foreach (double value in values)
        {
            double size = Math.Abs(value);
            if (size == 0 || !double.IsFinite(value))
                continue;
            largest = Math.Max(largest, size);
            smallest = Math.Min(smallest, size);
            decimals = Math.Max(decimals, Needed(size));
        }
        bool fits = decimals == 0 ? largest < 1e9 : largest < 1e5 && smallest >= 1e-3;
        return new(fits ? "F" + decimals.ToString(CultureInfo.InvariantCulture) : "G5");
    }

    internal string Text(double value)
    {
        if (isTruth)
            return value != 0 ? "True" : "False";
        if (double.IsInfinity(value))
            return value > 0 ? "Inf" : "-Inf";
        // −0 is 0 to a reader.
        string text = (value + 0.0).ToString(pattern, CultureInfo.InvariantCulture);
        return pattern == "G5" ? text.Replace("E", "e", StringComparison.Ordinal) : text;
    }

    /// <summary>How many decimals show a number as it is, up to four.</summary>
    private static int Needed(double size)
    {
        for (int decimals = 0; decimals < Decimals; decimals++)
        {
            // A float32 such as 0.1 is 0.100000001 here; that is one decimal.
            double scaled = size * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) <= 1e-6 * scaled)
                return decimals;
        }
        return Decimals;
    }
}
