using System.Text;

namespace Backprop.Display;

// Markup/: text that becomes HTML, SVG, Markdown or a PNG, and how numbers are written in it.
// It knows no formatter, no chart and no theme.

/// <summary>
/// A fragment of HTML that is shown as it is. Build it with <see cref="Of"/>, which escapes every value it is given:
/// <c>Html.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.
/// </summary>
/// <param name="Content">The markup. It is not escaped again.</param>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed record Html(string Content)
{
    /// <summary>
    /// Stands at the start of every id inside a drawing; <see cref="Theme.Output"/> replaces it by a prefix of the
    /// output's own, so that two outputs of one page never share an id.
    /// </summary>
    public const string IdPrefix = "\uE000";

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>
    /// Markup with values in it: each value is escaped, except those that are <see cref="Html"/> or <see cref="Svg"/>.
    /// </summary>
    /// <param name="template">An interpolated string, such as <c>$"&lt;td&gt;{cell}&lt;/td&gt;"</c>.</param>
    public static Html Of(HtmlTemplate template) => new(template.ToString());

    /// <summary>Fragments one after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Content)));

    /// <summary>
    /// Text as it must stand in an element or in a quoted attribute. Characters that XML forbids become U+FFFD.
    /// </summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var result = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else
                Append(result, c);
        }
        return result.ToString();
    }

    /// <summary>The markup itself.</summary>
    public override string ToString() => Content;

    private static void Append(StringBuilder result, char c) => _ = c switch
    {
        '&' => result.Append("&amp;"),
        '<' => result.Append("&lt;"),
        '>' => result.Append("&gt;"),
        '"' => result.Append("&quot;"),
        '\'' => result.Append("&#39;"),
        '\t' or '\n' or '\r' => result.Append(c),
        < ' ' or '\uFFFE' or '\uFFFF' or '\uE000' => result.Append('\uFFFD'),
        _ when char.IsSurrogate(c) => result.Append('\uFFFD'),
        _ => result.Append(c),
    };
}
