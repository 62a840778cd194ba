using System.Globalization;

namespace Backprop.Display;

/// <summary>
/// Which colour a number of a heat map has. Signed numbers are centred on zero: plum below, green above; the full
/// colour is the 99th percentile of the magnitudes, so that one outlier does not wash out the rest. Amounts go from the
/// page's colour to blue.
/// </summary>
/// <param name="IsSigned">True where there are numbers below zero.</param>
/// <param name="Low">The number without colour: 0, or the least where all are far from zero.</param>
/// <param name="High">The number with the full colour; above <paramref name="Low"/>.</param>
public sealed record HeatScale(bool IsSigned, double Low, double High)
{
    private const double Outliers = 0.99;

    /// <summary>The scale for these numbers; those that are not finite do not count.</summary>
    public static HeatScale For(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
            return new HeatScale(IsSigned: false, 0, 1);
        double min = finite.Min();
        if (min < 0)
            return new HeatScale(IsSigned: true, 0, Percentile([.. finite.Select(Math.Abs)]));

        double high = Percentile(finite);
        // Numbers that all lie far from zero would all look alike if the scale began there.
        bool isFar = min > high / 2 && high > min;
        return new HeatScale(IsSigned: false, isFar ? min : 0, high);
    }

    /// <summary>The same scale up to a given number, where there is one above its lower end.</summary>
    internal HeatScale UpTo(double? high) =>
        high is { } asked && double.IsFinite(asked) && asked > 0
            ? this with { High = asked, Low = Low < asked ? Low : 0 }
            : this;

    /// <summary>The least number that the scale can tell.</summary>
    public double Min => IsSigned ? -High : Low;

    /// <summary>From −1 (plum) or 0 to 1; 0 is the page's colour.</summary>
    public double Share(double value) => Math.Clamp((value - Low) / (High - Low), IsSigned ? -1 : 0, 1);

    /// <summary>The theme's class of a finite number, with a fallback.</summary>
    public Ink Ink(double value)
    {
        int bin = (int)Math.Round(Share(value) * 8, MidpointRounding.AwayFromZero);
        return IsSigned ? InkOf("q", "d", bin + 8) : InkOf("u", "s", bin);
    }

    /// <summary>All colours from least to most, each with the number in its middle.</summary>
    public IReadOnlyList<Ink> Inks =>
        [.. Enumerable.Range(IsSigned ? -8 : 0, IsSigned ? 17 : 9)
            .Select(bin => Ink(Low + (bin / 8.0 * (High - Low))))];

    private static Ink InkOf(string prefix, string token, int bin)
    {
        string number = bin.ToString(CultureInfo.InvariantCulture);
        string text = Tokens.Light($"{token}t{number}");
        return new Ink(prefix + number, $"fill=\"{Tokens.Light(token + number)}\" color=\"{text}\"");
    }

    private static double Percentile(double[] values)
    {
        Array.Sort(values);
        // Of a few numbers the largest itself.
        double high = values[(int)Math.Floor((values.Length - 1) * (values.Length < 100 ? 1 : Outliers))];
        return high > 0 ? high : values[^1] > 0 ? values[^1] : 1;
    }
}
