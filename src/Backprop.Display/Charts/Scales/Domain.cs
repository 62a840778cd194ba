namespace Backprop.Display;

/// <summary>Which numbers an axis spans: what the data needs, a little more, and zero where it is near.</summary>
internal static class Domain
{
    // Below it numbers lose digits, and logarithms of ratios their sense.
    private const double Least = 1e-300;
    private const double ZeroIsNear = 0.35;

    /// <summary>The least and largest number of an axis; the second is above the first, both are finite.</summary>
    /// <param name="values">The data; numbers that the axis cannot show are skipped.</param>
    /// <param name="style">Limits that the user gave, and whether the axis is logarithmic.</param>
    /// <param name="padding">The share of the span that is added at both ends.</param>
    /// <param name="nearZero">True: the axis starts at 0 where the data come near it.</param>
    public static (double Min, double Max) Of(
        IEnumerable<double> values, AxisStyle style, double padding, bool nearZero)
    {
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || (style.Log && value <= 0))
                continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        if (min > max)
            (min, max) = style.Log ? (0.1, 10) : (0, 1);

        (min, max) = style.Log ? Logarithmic(min, max, padding) : Linear(min, max, padding, nearZero);
        return Limited(min, max, style);
    }

    private static (double Min, double Max) Linear(double min, double max, double padding, bool nearZero)
    {
        if (max - min <= Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-12)
            return Constant(min);

        double pad = ((max / 2) - (min / 2)) * padding * 2;
        bool fromZero = nearZero && min >= 0 && min <= max * ZeroIsNear;
        bool toZero = nearZero && max <= 0 && max >= min * ZeroIsNear;
        return (fromZero ? 0 : Finite(min - pad), toZero ? 0 : Finite(max + pad));
    }

    private static (double Min, double Max) Constant(double value)
    {
        double half = value == 0 ? 1 : Math.Abs(value) / 2;
        return (Finite(value - half), Finite(value + half));
    }

    private static (double Min, double Max) Logarithmic(double min, double max, double padding)
    {
        double factor = Math.Max(Math.Pow(max / min, padding), 1 + 1e-9);
        if (max / min < 1.000001)
            factor = Math.Sqrt(10);
        min = Math.Max(min / factor, Least);
        return (min, Math.Max(Finite(max * factor), min * 10));
    }

    // A limit of the user's holds, unless the axis cannot have it.
    private static (double Min, double Max) Limited(double min, double max, AxisStyle style)
    {
        if (style.MinMax is not { } limits)
            return (min, max);
        (double low, double high) = limits.Min < limits.Max ? limits : (limits.Max, limits.Min);
        bool fits = double.IsFinite(low) && double.IsFinite(high) && low < high && (!style.Log || low > 0);
        return fits ? (low, high) : (min, max);
    }

    private static double Finite(double value) => Math.Clamp(value, double.MinValue / 2, double.MaxValue / 2);
}
