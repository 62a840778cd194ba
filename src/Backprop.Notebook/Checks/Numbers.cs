using System.Globalization;

namespace Backprop.Checks;

/// <summary>How checks compare and print numbers.</summary>
public static class Numbers
{
    /// <summary>
    /// True if two numbers are equal up to a share of the larger one (or of 1). NaN and infinity are near to nothing.
    /// </summary>
    public static bool Near(double a, double b, double tolerance = 1e-6) =>
        double.IsFinite(a) && double.IsFinite(b)
        && Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>A number as a message prints it: at most five decimals.</summary>
    public static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>A count as a message prints it: <c>1,024</c>.</summary>
    public static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The slope of f at x by a tiny step to both sides.</summary>
    public static double Nudge(Func<double, double> f, double x, double h = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (f(x + h) - f(x - h)) / (2 * h);
    }
}
