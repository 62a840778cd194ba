using System.Text.RegularExpressions;

namespace Backprop.Display;

/// <summary>
/// The colours of the theme, read from its own style sheet, for what cannot follow CSS: fallbacks and pictures.
/// </summary>
internal static partial class Tokens
{
    private static readonly Dictionary<string, (string Light, string Dark)> Colors = Read(Theme.OutputCss);

    /// <summary>
    /// The colours by name (<c>bp-value</c>, <c>d0</c>), each as <c>#rrggbb</c> for light and for dark.
    /// </summary>
    public static IReadOnlyDictionary<string, (string Light, string Dark)> All => Colors;

    /// <summary>The light colour, as <c>#rrggbb</c>.</summary>
    public static string Light(string name) => Colors[name].Light;

    private static Dictionary<string, (string Light, string Dark)> Read(string css)
    {
        var colors = new Dictionary<string, (string Light, string Dark)>();
        foreach (Match match in Pair().Matches(css))
            colors[match.Groups[1].Value] = (match.Groups[2].Value, match.Groups[3].Value);
        foreach (Match match in Single().Matches(css))
            colors[match.Groups[1].Value] = (match.Groups[2].Value, match.Groups[2].Value);
        return colors;
    }

    [GeneratedRegex(@"--([-\w]+):(?:var\([-\w]+,var\([-\w]+,)?light-dark\((#\w{6}),(#\w{6})\)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"--([-\w]+):(#\w{6})")]
    private static partial Regex Single();
}
