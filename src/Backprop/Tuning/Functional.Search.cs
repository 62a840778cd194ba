using System.Globalization;

namespace Backprop;

/// <content>Dimensions of a <see cref="SearchSpace"/>.</content>
public static partial class Functional
{
    /// <summary>A number between two whose logarithm is drawn evenly: for learning rates, whose factor
    /// counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt; from &lt; to.</exception>
    public static Dimension LogUniform(double from, double to) =>
        from > 0 && from < to && double.IsFinite(to)
            ? new NumberDimension(from, to, IsLog: true)
            : throw Between("0 < ", from, to);

    /// <summary>A number between two, drawn evenly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from &lt; to.</exception>
    public static Dimension Uniform(double from, double to) =>
        from < to && double.IsFinite(to - from)
            ? new NumberDimension(from, to, IsLog: false)
            : throw Between("", from, to);

    /// <summary>A whole number between two, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from ≤ to.</exception>
    public static Dimension Whole(int from, int to) =>
        from <= to ? new WholeDimension(from, to) : throw Between("", from, to);

    /// <summary>One of several things: texts, numbers, layers …</summary>
    /// <exception cref="ArgumentException">There is none, or one twice.</exception>
    public static Dimension Choice<T>(params T[] options)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Length == 0 || options.Distinct().Count() < options.Length)
            throw new ArgumentException("A choice has one option or more, each once.");
        return new ChoiceDimension([.. options.Cast<object>()]);
    }

    private static ArgumentOutOfRangeException Between(string lower, double from, double to) => new(nameof(from),
        string.Create(CultureInfo.InvariantCulture, $"It must be {lower}from < to, and from is {from}, to {to}."));
}
