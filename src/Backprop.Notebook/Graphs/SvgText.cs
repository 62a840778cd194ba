using System.Globalization;
using System.Text;
using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>Collects an SVG drawing as text.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder svg = new();

    /// <summary>Markup as it is.</summary>
    public void Raw(string markup) => svg.Append(markup);

    /// <summary>Markup with numbers in it.</summary>
    public void Add(FormattableString markup) => svg.Append(markup.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text element; the text is escaped.</summary>
    public void Text(double x, double y, string look, string text, string more = "")
    {
        Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" class=\"{look}\"{more}>");
        svg.Append(Html.Escape(text)).Append("</text>");
    }

    /// <summary>All of it.</summary>
    public override string ToString() => svg.ToString();
}
