using System.Globalization;
using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>What options of optimizers and schedules may be; the setter that calls is named in the message.</summary>
internal static class Options
{
    internal static double NotNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Wrong(name, "0 or more", value);

    internal static double Positive(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, "more than 0", value);

    internal static double BelowOne(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw Wrong(name, "0 or more and less than 1", value);

    internal static double Share(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Wrong(name, "from 0 to 1", value);

    internal static int AtLeastOne(int value, [CallerMemberName] string name = "") =>
        value >= 1 ? value : throw Wrong(name, "1 or more", value);

    private static ArgumentOutOfRangeException Wrong(string name, string range, double value) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {range}, not {value}."));
}
