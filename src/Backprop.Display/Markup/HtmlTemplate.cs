using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Backprop.Display;

/// <summary>
/// What the compiler makes of <c>$"&lt;b&gt;{value}&lt;/b&gt;"</c> where HTML is expected: values are escaped.
/// </summary>
[InterpolatedStringHandler]
public readonly struct HtmlTemplate
{
    private readonly StringBuilder result;

    /// <summary>Called by the compiler.</summary>
    public HtmlTemplate(int literalLength, int formattedCount)
    {
        result = new StringBuilder(literalLength + (formattedCount * 16));
    }

    /// <summary>Markup, written as it is.</summary>
    public void AppendLiteral(string literal) => result.Append(literal);

    /// <summary>A value: fragments as they are, all else escaped; numbers and dates in the invariant culture.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        switch (value)
        {
            case null:
                break;
            case Html html:
                result.Append(html.Content);
                break;
            case Svg svg:
                result.Append(svg.Content);
                break;
            case IEnumerable<Html> parts:
                foreach (Html part in parts)
                    result.Append(part.Content);
                break;
            case IFormattable formattable:
                result.Append(Html.Escape(formattable.ToString(format, CultureInfo.InvariantCulture)));
                break;
            default:
                result.Append(Html.Escape(value.ToString()));
                break;
        }
    }

    /// <summary>The markup.</summary>
    public override string ToString() => result?.ToString() ?? "";
}
