using System.Globalization;
using System.Text;

namespace Backprop.Display;

/// <summary>
/// Builds one drawing. Text is escaped, coordinates are written in the invariant culture with one decimal, and ids get
/// the output's own prefix.
/// </summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
/// <param name="label">What the drawing says, with its key numbers: read aloud in its place.</param>
public sealed class SvgBuilder(double width, double height, string label)
{
    private readonly StringBuilder body = new();

    /// <summary>In pixels.</summary>
    public double Width { get; } = width;

    /// <summary>In pixels.</summary>
    public double Height { get; } = height;

    /// <summary>Part of the ids inside, where several drawings of one size stand in one output.</summary>
    internal string Scope { get; init; } = "";

    /// <summary>What was drawn, without the element around it.</summary>
    internal Html Body => new(body.ToString());

    /// <summary>An id that no other output of the page has; the name may not repeat within one output.</summary>
    /// <returns>Markup to stand in <c>id="…"</c> and <c>url(#…)</c>.</returns>
    public static Html Id(string name) => new(Html.IdPrefix + Html.Escape(name));

    /// <summary>An id that belongs to this drawing: one of another size or scope has another.</summary>
    internal Html OwnId(string name) => Id(Invariant($"{name}{Scope}{Width:0}"));

    /// <summary>A path.</summary>
    public SvgBuilder Path(PathData data, Ink ink) => data.IsEmpty ? this : Element("path", ink, $" d=\"{data}\"");

    /// <summary>A straight line.</summary>
    public SvgBuilder Line(double x1, double y1, double x2, double y2, Ink ink) =>
        Path(new PathData().MoveTo(x1, y1).LineTo(x2, y2), ink);

    /// <summary>A rectangle, with a text that appears where the pointer rests.</summary>
    public SvgBuilder Rectangle(double x, double y, double width, double height, Ink ink, string? hint = null)
    {
        string box = Invariant($" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"");
        return Element("rect", ink, box, hint is null ? "" : $"<title>{Html.Escape(hint)}</title>");
    }

    /// <summary>A circle.</summary>
    public SvgBuilder Circle(double x, double y, double radius, Ink ink) =>
        Element("circle", ink, Invariant($" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\""));

    /// <summary>Text on a base line.</summary>
    /// <param name="x">Where it starts, or its middle or end, by <paramref name="anchor"/>.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">Any text; it is escaped.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public SvgBuilder Text(double x, double y, string text, Ink ink, string anchor = "start")
    {
        string at = Invariant($" x=\"{x:0.#}\" y=\"{y:0.#}\"");
        string side = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        return Element("text", ink, at + side, Html.Escape(text));
    }

    /// <summary>Markup as it is.</summary>
    public SvgBuilder Add(Html markup)
    {
        body.Append(markup.Content);
        return this;
    }

    /// <summary>The drawing as it stands inside an output.</summary>
    /// <param name="cssClass">Classes of the element, or an empty string.</param>
    /// <param name="attributes">Further attributes of the element.</param>
    public Html ToHtml(string cssClass = "", string attributes = "")
    {
        string size =
            Invariant($"viewBox=\"0 0 {Width:0.#} {Height:0.#}\" width=\"{Width:0.#}\" height=\"{Height:0.#}\"");
        string classes = cssClass.Length == 0 ? "" : $" class=\"{cssClass}\"";
        string more = attributes.Length == 0 ? "" : " " + attributes;
        return new Html(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" aria-label=\"{Html.Escape(label)}\""
            + classes
            + $" font-family=\"system-ui,sans-serif\" font-size=\"12\"{more}>{body}</svg>");
    }

    private SvgBuilder Element(string name, Ink ink, string attributes, string content = "")
    {
        body.Append('<').Append(name);
        if (ink.Class.Length > 0)
            body.Append(" class=\"").Append(ink.Class).Append('"');
        if (ink.Attributes.Length > 0)
            body.Append(' ').Append(ink.Attributes);
        body.Append(attributes);
        if (content.Length == 0)
            body.Append("/>");
        else
            body.Append('>').Append(content).Append("</").Append(name).Append('>');
        return this;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
