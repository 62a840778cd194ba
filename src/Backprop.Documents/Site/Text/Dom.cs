using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;

namespace Backprop.Documents;

// Text/ turns Markdown into safe elements of a page: Markdig reads it, AngleSharp checks and changes it.
// It knows no cell that ran.

/// <summary>Elements in memory.</summary>
internal static class Dom
{
    // Browsers give up at 512; a serializer that calls itself must give up before its stack does.
    private const int Deepest = 300;

    private static readonly HtmlParser Parser = new();

    /// <summary>The markup inside a <c>div</c>; too deep a nesting is shown as text.</summary>
    public static IElement Parse(string html)
    {
        IDocument document = Parser.ParseDocument("");
        IElement root = document.CreateElement("div");
        document.Body!.AppendChild(root);
        foreach (INode node in Parser.ParseFragment(html, root).ToArray())
            root.AppendChild(node);
        return IsTooDeep(root) ? Plain(html) : root;
    }

    /// <summary>The one element of some markup.</summary>
    public static IElement One(Html html) => Parse(html.Content).FirstElementChild!;

    /// <summary>A frame for text that may be wider than the page: it scrolls, also by keyboard.</summary>
    /// <param name="className">The look of the text.</param>
    /// <param name="label">What a screen reader says.</param>
    /// <param name="content">The text.</param>
    public static Html Scrolling(string className, string label, Html content)
    {
        return Html.Of($"""<pre class="{className}" tabindex="0" role="group" aria-label="{label}">{content}</pre>""");
    }

    /// <summary>Text as it was typed, inside a <c>div</c>.</summary>
    public static IElement Plain(string text)
    {
        IElement root = Parser.ParseDocument("").CreateElement("div");
        IElement pre = root.Owner!.CreateElement("pre");
        pre.ClassName = "bp-text";
        pre.TextContent = text;
        root.AppendChild(pre);
        return root;
    }

    /// <summary>A new element of the same document.</summary>
    public static IElement Make(this INode near, string name, string? className = null, string? text = null)
    {
        IElement made = near.Owner!.CreateElement(name);
        if (className is not null)
            made.ClassName = className;
        if (text is not null)
            made.TextContent = text;
        return made;
    }

    /// <summary>Puts an element where another is, and that one into it.</summary>
    public static IElement WrapIn(this IElement inner, IElement outer)
    {
        inner.Replace(outer);
        outer.AppendChild(inner);
        return outer;
    }

    /// <summary>All elements below, as they are now: the tree may change while they are gone through.</summary>
    public static IElement[] Find(this IElement root, string selector) => [.. root.QuerySelectorAll(selector)];

    private static bool IsTooDeep(INode root)
    {
        int depth = 0;
        for (INode? node = root; node is not null;)
        {
            if (node.FirstChild is INode child)
            {
                (node, depth) = (child, depth + 1);
                if (depth > Deepest)
                    return true;
                continue;
            }
            while (node != root && node!.NextSibling is null)
                (node, depth) = (node.Parent!, depth - 1);
            node = node == root ? null : node!.NextSibling;
        }
        return false;
    }
}
