using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>
/// Keeps of the HTML in a Markdown text what formats it, and nothing that runs, frames, styles or loads:
/// an element that is not on the list is replaced by its content, a dangerous one goes with its content.
/// </summary>
internal static partial class SafeHtml
{
    private const string Namespace = "http://www.w3.org/1999/xhtml";

    private static readonly HashSet<string> Kept = [.. (
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
        + "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span "
        + "strong strike sub summary sup table tbody td tfoot th thead time tr u ul var wbr tt center bp-math")
        .Split(' ')];

    private static readonly HashSet<string> RemovedWithContent = [.. (
        "script style iframe frame frameset object embed applet template noscript noembed noframes textarea "
        + "select option title xmp plaintext svg math audio video canvas portal head")
        .Split(' ')];

    private static readonly HashSet<string> KeptAttributes = [.. (
        "title lang dir id name href src alt width height align colspan rowspan span start reversed value "
        + "open cite datetime display")
        .Split(' ')];

    /// <summary>Cleans everything inside an element.</summary>
    public static void Clean(IElement root)
    {
        foreach (INode child in root.ChildNodes.ToArray())
        {
            if (child is IElement element)
                CleanElement(element);
            else if (child is not IText)
                child.Parent!.RemoveChild(child);
        }
    }

    /// <summary>Whether a link may lead there: the web, a mail, or a place beside the page.</summary>
    public static bool IsSafeLink(string link)
    {
        // Browsers pass over control characters and spaces inside a scheme.
        string visible = Invisible().Replace(link, "");
        Match scheme = Scheme().Match(visible);
        return !scheme.Success || scheme.Value.ToLowerInvariant() is "http:" or "https:" or "mailto:";
    }

    private static void CleanElement(IElement element)
    {
        string name = element.LocalName;
        if (RemovedWithContent.Contains(name) || element.NamespaceUri != Namespace)
        {
            element.Remove();
            return;
        }
        if (name == "input")
        {
            ReplaceTask(element);
            return;
        }
        Clean(element);
        if (!Kept.Contains(name))
            element.Replace([.. element.ChildNodes]);
        else
            CleanAttributes(element);
    }

    private static void CleanAttributes(IElement element)
    {
        string? className = ClassOf(element);
        foreach (IAttr attribute in element.Attributes.ToArray())
        {
            bool isBadName = attribute.Name is "id" or "name" && !Name().IsMatch(attribute.Value);
            if (isBadName || !KeptAttributes.Contains(attribute.Name))
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
        }
        if (element.GetAttribute("href") is string link && !IsSafeLink(link))
            element.RemoveAttribute("href");
        if (element.LocalName != "img")
            element.RemoveAttribute("src");
        if (className is not null)
            element.ClassName = className;
    }

    // Markdown says the alignment of a cell and the language of code; all other looks are the page's.
    private static string? ClassOf(IElement element)
    {
        string style = element.GetAttribute("style") ?? "";
        if (element.LocalName is "td" or "th" && Alignment().Match(style) is { Success: true } alignment)
            return $"a-{alignment.Groups[1].Value}";
        return element.LocalName == "code" && Language().IsMatch(element.ClassName ?? "") ? element.ClassName : null;
    }

    // A task of a list: the box is a picture here, not a control.
    private static void ReplaceTask(IElement input)
    {
        if (!string.Equals(input.GetAttribute("type"), "checkbox", StringComparison.OrdinalIgnoreCase))
            input.Remove();
        else
            input.Replace(input.Make("span", text: input.HasAttribute("checked") ? "☑" : "☐"));
    }

    [GeneratedRegex(@"[\x00-\x20\x7F-\xA0\u200B-\u200F\u2028-\u202F\uFEFF]")]
    private static partial Regex Invisible();

    [GeneratedRegex("^[^/?#]*?:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.:-]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*text-align:\s*(right|center);?\s*$")]
    private static partial Regex Alignment();

    [GeneratedRegex(@"^language-[A-Za-z0-9#+-]{1,20}$")]
    private static partial Regex Language();
}
