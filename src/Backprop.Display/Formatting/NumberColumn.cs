using System.Globalization;

namespace Backprop.Display;

/// <summary>
/// The numbers of one column, all with the same number of decimals, so that they can be compared by eye.
/// </summary>
internal static class NumberColumn
{
    private const int Digits = 6;

    /// <summary>True for integers and floating-point numbers of any width.</summary>
    public static bool IsNumber(object? value) =>
        value is int or double or float or long or decimal or byte or short or uint or ulong or ushort or sbyte or Half
            or Int128 or UInt128 or System.Numerics.BigInteger;

    /// <summary>How to write this column's numbers: as they are, but no more than six digits of a fraction.</summary>
    public static Func<object?, string> Format(IEnumerable<object?> column)
    {
        List<double> fractions =
            [.. column.Where(IsFraction).Select(ToDouble).Where(v => double.IsFinite(v) && v != 0)];
        if (fractions.Count == 0)
            return TextView.Scalar;

        bool isPlain = fractions.TrueForAll(v => Math.Abs(v) is >= 1e-4 and < 1e9);
        int decimals = fractions.Max(Decimals);
        return value => !IsFraction(value) || !double.IsFinite(ToDouble(value))
            ? TextView.Scalar(value)
            : ToDouble(value)
                .ToString(isPlain ? TextView.Invariant($"F{decimals}") : "G6", CultureInfo.InvariantCulture);
    }

    private static bool IsFraction(object? value) => value is double or float or Half;

    private static double ToDouble(object? value) => value switch
    {
        double wide => wide,
        // Through its own text: 0.1f is meant as 0.1, not as 0.100000001.
        float single => double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Half half => (double)half,
        _ => double.NaN,
    };

    // How many decimals show six digits of this number, without zeros at the end.
    private static int Decimals(double value)
    {
        int whole = Math.Max(1, 1 + (int)Math.Floor(Math.Log10(Math.Abs(value))));
        string text =
            value.ToString(TextView.Invariant($"F{Math.Max(0, Digits - whole)}"), CultureInfo.InvariantCulture);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.TrimEnd('0').Length - point - 1;
    }
}
