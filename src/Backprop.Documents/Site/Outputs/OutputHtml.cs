using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>
/// Cleans HTML and SVG that a cell displayed. The lesson's own code made it in this run, so it may style itself and use
/// every element that draws; but nothing in it runs, and nothing is loaded from elsewhere.
/// </summary>
internal static partial class OutputHtml
{
    private const int MostRounds = 4;

    private const string Removed = "script, iframe, frame, frameset, object, embed, applet, link, meta, base, portal, "
        + "noscript, template, noembed, noframes, xmp, plaintext, mglyph, malignmark";

    private static readonly HashSet<string> Loading =
        ["src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest"];

    /// <summary>The cleaned markup inside a <c>div</c>.</summary>
    public static IElement Clean(string html)
    {
        // Written and read again, crooked markup can become other elements: only what stays the same is clean.
        string before = html;
        for (int round = 0; round < MostRounds; round++)
        {
            IElement root = CleanOnce(before);
            string after = root.InnerHtml;
            if (after == before)
                return root;
            before = after;
        }
        return Dom.Plain(html);
    }

    private static IElement CleanOnce(string html)
    {
        IElement root = Dom.Parse(html);
        foreach (IElement element in root.Find(Removed))
            element.Remove();
        foreach (IElement element in root.Find("*"))
            CleanElement(element);
        return root;
    }

    private static void CleanElement(IElement element)
    {
        // An animation of a link could lead it anywhere.
        if (element.GetAttribute("attributeName")?.Contains("href", StringComparison.OrdinalIgnoreCase) == true)
            element.Remove();
        foreach (IAttr attribute in element.Attributes.ToArray())
        {
            string name = attribute.LocalName.ToLowerInvariant();
            bool isBad = name.StartsWith("on", StringComparison.Ordinal)
                || (Loading.Contains(name) && !IsData(attribute.Value))
                || (name == "href" && !IsAllowedLink(element, attribute.Value));
            if (isBad)
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
            else if (name == "style" || attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase))
                attribute.Value = WithoutLoading(attribute.Value);
        }
        if (element.LocalName == "style")
            element.TextContent = WithoutLoading(element.TextContent);
    }

    // A link of text may lead out; in a drawing href also loads, so it may point inside only.
    private static bool IsAllowedLink(IElement element, string link)
    {
        return link.StartsWith('#') || IsData(link) || (element.LocalName == "a" && SafeHtml.IsSafeLink(link));
    }

    private static bool IsData(string link) => link.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static string WithoutLoading(string css) => Loads().Replace(css, "none");

    [GeneratedRegex(@"@import[^;]*;?|(image-set|image|src)\s*\([^)]*\)|url\(\s*(?![""']?(#|data:image/))[^)]*\)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Loads();
}
