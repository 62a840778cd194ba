using System.Globalization;
using System.Xml.Linq;

namespace Backprop.Documents;

/// <summary>Makes the elements of MathML.</summary>
internal static class MathMl
{
    public static XElement Identifier(string name) => new("mi", name);

    /// <summary>A letter that stays upright.</summary>
    public static XElement Upright(string name) => new("mi", new XAttribute("mathvariant", "normal"), name);

    public static XElement Number(string digits) => new("mn", digits);

    public static XElement Operator(string sign) => new("mo", sign);

    /// <summary>A sign without space on either side.</summary>
    public static XElement Tight(string sign) => Spaced(sign, "0", "0");

    public static XElement Spaced(string sign, string before, string after)
    {
        return new("mo", new XAttribute("lspace", before), new XAttribute("rspace", after), sign);
    }

    /// <summary>A bracket of the height of one letter.</summary>
    public static XElement Bracket(string sign) => new("mo", new XAttribute("stretchy", "false"), sign);

    /// <summary>A bracket as high as what it encloses.</summary>
    public static XElement Fence(string sign, string form)
    {
        return new("mo", new XAttribute("fence", "true"), new XAttribute("stretchy", "true"),
            new XAttribute("form", form), sign);
    }

    public static XElement Text(string text)
    {
        // A space at the border of a text element would be dropped.
        return new("mtext", text.Replace(' ', '\u00A0'));
    }

    public static XElement Space(double em)
    {
        return new("mspace", new XAttribute("width", string.Create(CultureInfo.InvariantCulture, $"{em:0.####}em")));
    }

    /// <summary>One element for a row of them.</summary>
    public static XElement Row(IReadOnlyList<XElement> parts)
    {
        return parts.Count == 1 ? parts[0] : new XElement("mrow", parts);
    }

    public static XElement Over(XElement below, string sign, bool isWide)
    {
        return new("mover", new XAttribute("accent", "true"), below,
            new XElement("mo", new XAttribute("stretchy", isWide ? "true" : "false"), sign));
    }

    public static XElement Under(XElement above, string sign)
    {
        return new("munder", above, new XElement("mo", new XAttribute("stretchy", "true"), sign));
    }
}
