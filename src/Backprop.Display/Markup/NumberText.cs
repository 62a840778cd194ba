using System.Globalization;

namespace Backprop.Display;

/// <summary>
/// Numbers as they stand in pictures and tables: a true minus sign (U+2212), a thin space between thousands from 10 000
/// on, and <c>2.72e−4</c> below 0.001 or from 100 000 on.
/// </summary>
public static class NumberText
{
    private const char ThinSpace = '\u202F';

    /// <summary>So many significant digits: <c>0.483</c>, <c>2.67e−4</c>, <c>0</c>, <c>NaN</c>, <c>+Inf</c>.</summary>
    public static string Significant(double value, int digits = 3)
    {
        if (Special(value) is { } special)
            return special;

        double rounded =
            double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (Math.Abs(rounded) is < 0.001 or >= 100_000)
            return Scientific(value, digits);
        int whole = 1 + (int)Math.Floor(Math.Log10(Math.Abs(rounded)));
        return Grouped(value, Math.Max(0, digits - whole));
    }

    /// <summary>So many decimals: <c>−0.39</c>. A zero never has a sign.</summary>
    public static string Fixed(double value, int decimals) =>
        value == 0 || Special(value) is null ? Grouped(value, decimals) : Special(value)!;

    /// <summary>Digits with a power of ten: <c>2.72e−4</c>.</summary>
    public static string Scientific(double value, int digits = 3)
    {
        if (Special(value) is { } special)
            return special;
        string text = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Minus(string.Create(CultureInfo.InvariantCulture, $"{text[..e]}e{exponent}"));
    }

    /// <summary>A number without zeros at its end: whole ones as such (<c>94</c>), others with three digits.</summary>
    public static string Plain(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 100_000 ? Fixed(value, 0) : Significant(value);

    /// <summary>A count: <c>8700</c>, <c>60 000</c>.</summary>
    public static string Count(long value) => Grouped(value, 0);

    /// <summary>A share: <c>94.4 %</c>.</summary>
    public static string Percent(double share, int decimals = 1) =>
        double.IsFinite(share) ? Grouped(share * 100, decimals) + " %" : Special(share)!;

    /// <summary>A big count in short: <c>451.6 k</c>, <c>2.1 M</c>; below 10 000 in full.</summary>
    public static string Short(double value)
    {
        double size = Math.Abs(value);
        return size switch
        {
            < 10_000 => Grouped(value, 0),
            < 1e6 => Grouped(value / 1e3, 1) + " k",
            < 1e9 => Grouped(value / 1e6, 1) + " M",
            < 1e12 => Grouped(value / 1e9, 1) + " G",
            _ => Significant(value),
        };
    }

    /// <summary>Memory: <c>192 B</c>, <c>58.59 MiB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => Grouped(bytes, 0) + " B",
        < 1024 * 1024 => Trimmed(bytes / 1024.0) + " KiB",
        < 1024L * 1024 * 1024 => Trimmed(bytes / (1024.0 * 1024)) + " MiB",
        _ => Trimmed(bytes / (1024.0 * 1024 * 1024)) + " GiB",
    };

    /// <summary>A duration: <c>35 ms</c>, <c>0.4 s</c>, <c>2 min 10 s</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.1 => Grouped(time.TotalMilliseconds, 0) + " ms",
        < 60 => Grouped(time.TotalSeconds, 1) + " s",
        _ => Grouped(Math.Floor(time.TotalMinutes), 0) + " min " + Grouped(time.Seconds, 0) + " s",
    };

    /// <summary>Every hyphen of a number as a minus sign.</summary>
    public static string Minus(string number) => number.Replace('-', '\u2212');

    private static string Trimmed(double value)
    {
        string text = Grouped(value, 2);
        return text.EndsWith(".00", StringComparison.Ordinal) ? text[..^3] : text;
    }

    private static string? Special(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "\u2212Inf",
        0 => "0",
        _ => null,
    };

    private static string Grouped(double value, int decimals)
    {
        string text = value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        if (text.AsSpan().Trim("-0.").IsEmpty)
            text = text.TrimStart('-');
        int start = text[0] == '-' ? 1 : 0;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        int end = point < 0 ? text.Length : point;
        for (int i = end - 3; end - start > 4 && i > start; i -= 3)
            text = text.Insert(i, ThinSpace.ToString());
        return Minus(text);
    }
}
