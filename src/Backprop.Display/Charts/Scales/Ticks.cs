using System.Globalization;

namespace Backprop.Display;

/// <summary>Round numbers along an axis, and how they are written.</summary>
/// <param name="Values">The numbers, ascending, within the axis.</param>
/// <param name="Labels">Their text, one for each; empty where a tick has none.</param>
internal sealed record Ticks(IReadOnlyList<double> Values, IReadOnlyList<string> Labels)
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>
    /// Multiples of 1, 2, 2.5 or 5 times a power of ten between two numbers, at most <paramref name="most"/> of them.
    /// </summary>
    public static Ticks Linear(double min, double max, int most)
    {
        double step = Step(min, max, Math.Max(2, most));
        var values = new List<double>();
        // By whole multiples, so that no rounding adds up; a tick may lie a hair outside.
        double first = Math.Ceiling((min / step) - 1e-9);
        double last = Math.Floor((max / step) + 1e-9);
        for (double k = first; k <= last && values.Count <= most; k++)
            values.Add(Rounded(k * step, step));
        return new Ticks(values, Label(values, step));
    }

    /// <summary>Powers of ten between two positive numbers; 2 and 5 times them where there are few.</summary>
    public static Ticks Logarithmic(double min, double max, int most)
    {
        int low = (int)Math.Ceiling(Math.Log10(min) - 1e-9);
        int high = (int)Math.Floor(Math.Log10(max) + 1e-9);
        int decades = high - low + 1;
        if (Math.Log10(max) - Math.Log10(min) < 2 && most >= 4)
            return FewDecades(min, max, most);

        int every = Math.Max(1, (int)Math.Ceiling(decades / (double)Math.Max(2, most)));
        // Such that 1 is among them where it lies on the axis.
        int start = low + Modulo(-low, every);
        List<double> values =
            [.. Enumerable.Range(0, ((high - start) / every) + 1).Select(i => Math.Pow(10, start + (i * every)))];
        return new Ticks(values, [.. values.Select(Power)]);
    }

    /// <summary>A power of ten as text: <c>0.01</c>, <c>1000</c>, <c>10⁻⁶</c>.</summary>
    public static string Power(double value)
    {
        int exponent = (int)Math.Round(Math.Log10(value));
        if (exponent is >= -3 and <= 4)
            return NumberText.Fixed(value, Math.Max(0, -exponent));
        string digits = exponent.ToString(CultureInfo.InvariantCulture);
        return "10" + string.Concat(digits.Select(d => d == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0']));
    }

    /// <summary>The smallest step among 1, 2, 2.5, 5 times a power of ten that gives at most so many ticks.</summary>
    internal static double Step(double min, double max, int most)
    {
        // Halves, since the difference of two huge numbers overflows.
        double rough = ((max / 2) - (min / 2)) / Math.Max(1, most - 1) * 2;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = Array.Find(Steps, s => s * power >= rough * (1 - 1e-9)) * power;
        return double.IsNormal(step) ? step : double.Epsilon * 1e16;
    }

    private static Ticks FewDecades(double min, double max, int most)
    {
        List<double> values = Multiples([1, 2, 5]);
        if (values.Count < 4)
            values = Multiples([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        // Less than a third of a decade: as good as straight.
        return values.Count < 3 ? Linear(min, max, most) : new Ticks(values, LabelFewDecades(values, most));

        List<double> Multiples(int[] factors) =>
        [
            .. Enumerable.Range((int)Math.Floor(Math.Log10(min)), 3)
                .SelectMany(e => factors.Select(f => f * Math.Pow(10, e)))
                .Where(v => v >= min * (1 - 1e-9) && v <= max * (1 + 1e-9)),
        ];
    }

    // Of many lines only 1, 2 and 5 are named.
    private static string[] LabelFewDecades(List<double> values, int most) =>
        [.. values.Select(v => values.Count <= most + 3 || IsOneTwoFive(v) ? NumberText.Significant(v, 1) : "")];

    private static bool IsOneTwoFive(double value) =>
        (int)Math.Round(value / Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9))) is 1 or 2 or 5;

    // The decimals that the step needs; scientific where the numbers are long.
    private static string[] Label(List<double> values, double step)
    {
        double largest = values.Count == 0 ? 0 : values.Max(Math.Abs);
        int decimals = Math.Max(0, Decimals(step));
        if (largest < 1e6 && decimals <= 4)
            return [.. values.Select(v => NumberText.Fixed(v, decimals))];

        int digits = largest == 0 ? 1 : 1 + Math.Max(0, (int)Math.Floor(Math.Log10(largest)) + Decimals(step));
        return [.. values.Select(v => v == 0 ? "0" : NumberText.Scientific(v, Math.Clamp(DigitsOf(v), 1, 16)))];

        int DigitsOf(double v) =>
            digits - (int)Math.Floor(Math.Log10(largest)) + (int)Math.Floor(Math.Log10(Math.Abs(v)));
    }

    // 2 for 0.25 and 0.05, −3 for 5000.
    private static int Decimals(double step)
    {
        int exponent = (int)Math.Floor(Math.Log10(step) + 1e-9);
        double mantissa = step / Math.Pow(10, exponent);
        return -exponent + (Math.Abs(mantissa - 2.5) < 1e-6 ? 1 : 0);
    }

    private static double Rounded(double value, double step)
    {
        int decimals = Decimals(step);
        return decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : value;
    }

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
