using System.Text;
using System.Xml.Linq;

namespace Backprop.Documents;

// Math/ turns TeX formulas into MathML, which browsers draw by themselves. It knows no page and needs no script.

/// <summary>Turns a formula in TeX into MathML.</summary>
public static class TexMath
{
    private const int MostLetters = 10_000;

    /// <summary>
    /// The formula as one <c>&lt;math&gt;</c> element. It never throws: an unknown command stays readable as text.
    /// </summary>
    /// <param name="tex">The formula, without its dollar signs.</param>
    /// <param name="isDisplay">True for a formula on a line of its own.</param>
    public static string ToMathMl(string tex, bool isDisplay)
    {
        string clean = Clean(tex);
        XElement content = clean.Length > MostLetters ? MathMl.Text(clean) : new TexParser(clean).ParseAll();
        var math = new XElement("math", new XAttribute("alttext", clean), content);
        if (isDisplay)
            math.SetAttributeValue("display", "block");
        return math.ToString(SaveOptions.DisableFormatting);
    }

    // Halves of letters and control characters are not allowed in XML; a comment runs to the end of its line.
    private static string Clean(string tex)
    {
        var result = new StringBuilder(tex.Length);
        for (int i = 0; i < tex.Length; i++)
        {
            char c = tex[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < tex.Length && char.IsLowSurrogate(tex[i + 1]);
            if (c == '%' && (i == 0 || tex[i - 1] != '\\'))
                i = tex.IndexOf('\n', i) is int end and >= 0 ? end : tex.Length;
            else if (isPair)
                result.Append(c).Append(tex[++i]);
            else if (char.IsControl(c))
                result.Append(' ');
            else
                result.Append(char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
        }
        return result.ToString().Trim();
    }
}
