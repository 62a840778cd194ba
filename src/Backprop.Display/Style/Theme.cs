using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Backprop.Display;

// Style/: the one place where colours, sizes and the frame of an output are defined. It knows no formatter and no
// chart.

/// <summary>The look of outputs and pages: light and dark, following the page, the notebook or the system.</summary>
public static partial class Theme
{
    /// <summary>The styles that travel with every output. About 15 kB, without line breaks.</summary>
    public static string OutputCss { get; } = Minify(Resource("tokens.css") + Resource("output.css"));

    /// <summary>The styles of a page: those of outputs and what a page adds around them.</summary>
    public static string PageCss { get; } = OutputCss + Minify(Resource("page.css"));

    /// <summary>
    /// The element with <see cref="OutputCss"/> as it stands in every output. A page that has <see cref="PageCss"/> may
    /// cut this very text out of each output that it embeds.
    /// </summary>
    public static string OutputStyle { get; } = $"<style>{OutputCss}</style>";

    /// <summary>
    /// Wraps what a formatter made into one output: with the styles, and with ids of its own wherever the markup
    /// has <see cref="Html.IdPrefix"/>. Call it once per output, at the very end.
    /// </summary>
    public static Html Output(Html body)
    {
        ArgumentNullException.ThrowIfNull(body);
        // By content: the same output is the same text in every run, and different outputs never share ids.
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.Content)).AsSpan(0, 5));
        string own = body.Content.Replace(Html.IdPrefix, $"bp-{hash}-", StringComparison.Ordinal);
        return new Html($"<div class=\"bp\">{OutputStyle}{own}</div>");
    }

    /// <summary>
    /// The class of a signed number in a heat map: <c>q0</c> (−scale and below) through <c>q8</c> (0) to <c>q16</c>.
    /// </summary>
    /// <param name="value">A finite number.</param>
    /// <param name="scale">The magnitude that gets the full colour; above 0.</param>
    public static string SignClass(double value, double scale) =>
        string.Create(CultureInfo.InvariantCulture, $"q{8 + Bin(value, scale, 8)}");

    /// <summary>The class of an amount in a heat map: <c>u0</c> (0) to <c>u8</c> (scale and above).</summary>
    /// <param name="value">A finite number, 0 or above.</param>
    /// <param name="scale">The amount that gets the full colour; above 0.</param>
    public static string AmountClass(double value, double scale) =>
        string.Create(CultureInfo.InvariantCulture, $"u{Math.Max(0, Bin(value, scale, 8))}");

    private static int Bin(double value, double scale, int steps) =>
        scale > 0 ? (int)Math.Round(Math.Clamp(value / scale, -1, 1) * steps, MidpointRounding.AwayFromZero) : 0;

    private static string Resource(string name)
    {
        using Stream stream = typeof(Theme).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Minify(string css)
    {
        string line = Spaces().Replace(Comments().Replace(css, ""), " ");
        line = AfterName().Replace(AroundMarks().Replace(line, "$1"), ":");
        return line.Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?([{};,]) ?")]
    private static partial Regex AroundMarks();

    // Only in declarations: before a selector's colon stands a space (".bp :focus-visible").
    [GeneratedRegex(@"(?<=[-\w]): (?=[^{}]*[;}])")]
    private static partial Regex AfterName();
}
