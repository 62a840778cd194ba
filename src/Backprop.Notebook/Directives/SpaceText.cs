using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>Reads a search space from a line: <c>rate=log:1e-4..1 width=8..64 layer=relu|tanh</c>.</summary>
internal static class SpaceText
{
    private const string Log = "log:";

    /// <summary>Whole bounds make whole numbers, all other bounds numbers, words with <c>|</c> a choice.</summary>
    /// <param name="text">Dimensions with spaces or semicolons between.</param>
    /// <param name="option">Where it was given, for errors.</param>
    /// <exception cref="DirectiveException">It is none; the message names the part.</exception>
    public static SearchSpace Read(string text, string option)
    {
        var space = new SearchSpace();
        foreach (string part in text.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } range])
                throw Wrong(part, "write name=from..to", option);
            try
            {
                space[name] = Dimension(range) ?? throw Wrong(part, "write name=from..to, name=log:from..to or name=a|b", option);
            }
            catch (ArgumentException error)
            {
                throw Wrong(part, error.Message, option);
            }
        }
        return space;
    }

    private static Dimension? Dimension(string range)
    {
        if (range.Contains('|', StringComparison.Ordinal))
            return Functional.Choice(range.Split('|'));
        bool isLog = range.StartsWith(Log, StringComparison.Ordinal);
        string[] bounds = (isLog ? range[Log.Length..] : range).Split("..", 2);
        if (bounds.Length != 2)
            return null;
        if (!isLog && Whole(bounds[0]) is { } from && Whole(bounds[1]) is { } to)
            return Functional.Whole(from, to);
        if (Number(bounds[0]) is not { } low || Number(bounds[1]) is not { } high)
            return null;
        return isLog ? Functional.LogUniform(low, high) : Functional.Uniform(low, high);
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : null;

    private static DirectiveException Wrong(string part, string next, string option) =>
        new($"{option} {part}: {next}", option);
}
