using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>Gives tables, code, notes and predictions in a text their look.</summary>
internal static class Blocks
{
    private static readonly string[] CSharp = ["language-csharp", "language-cs", "language-c#"];

    /// <summary>Shapes all blocks of a text.</summary>
    public static void Shape(IElement root)
    {
        foreach (IElement code in root.Find("pre > code"))
            ShapeCode(code);
        foreach (IElement table in root.Find("table"))
            ShapeTable(table);
        foreach (IElement quote in root.Find("blockquote"))
            ShapeQuote(quote);
        foreach (IElement paragraph in root.Find("p"))
            ShapeParagraph(paragraph);
    }

    private static void ShapeCode(IElement code)
    {
        string text = code.TextContent.TrimEnd('\n');
        if (CSharp.Contains(code.ClassName))
            code.InnerHtml = CSharpHighlighter.ToHtml(text);
        else
            code.TextContent = text;
        code.RemoveAttribute("class");
        IElement frame = code.ParentElement!;
        frame.ClassName = "bp-code";
        MakeScrollable(frame, "Code");
    }

    private static void ShapeTable(IElement table)
    {
        table.ClassName = "bp-tbl";
        foreach (IElement head in table.Find("thead th"))
            head.SetAttribute("scope", "col");
        IElement frame = table.Make("div", "bp-scroll");
        MakeScrollable(frame, "Table");
        table.WrapIn(frame);
    }

    // "> **A slip in the notes.** …" is a note beside the text.
    private static void ShapeQuote(IElement quote)
    {
        if (quote.FirstElementChild is not { LocalName: "p" } first || Opening(first) is null)
            return;
        IElement note = quote.Make("div", "box");
        note.SetAttribute("role", "note");
        note.Append([.. quote.ChildNodes]);
        quote.Replace(note);
    }

    private static void ShapeParagraph(IElement paragraph)
    {
        string opening = Opening(paragraph) ?? "";
        bool isAllBold = opening.Length > 0 && opening.Length == paragraph.TextContent.Trim().Length;
        if (opening.StartsWith("Predict", StringComparison.Ordinal))
            paragraph.ClassName = "box pred";
        else if (opening.StartsWith("Lesson ", StringComparison.Ordinal))
            paragraph.ClassName = "meta";
        else if (isAllBold && IsList(paragraph.NextElementSibling))
            ShapeGoals(paragraph);
        else if (paragraph.ChildElementCount == 1 && paragraph.FirstElementChild!.LocalName == "img"
            && paragraph.TextContent.Trim().Length == 0)
            paragraph.ClassName = "picture";
    }

    // A line in bold with a list below it: what the reader will be able to do.
    private static void ShapeGoals(IElement title)
    {
        IElement list = title.NextElementSibling!;
        IElement frame = title.Make("div", "goals");
        title.WrapIn(frame);
        frame.AppendChild(list);
    }

    private static bool IsList(IElement? element) => element?.LocalName is "ul" or "ol";

    // The bold words at the start of a paragraph, or null.
    private static string? Opening(IElement paragraph)
    {
        return paragraph.FirstChild is IElement { LocalName: "strong" or "b" } bold ? bold.TextContent.Trim() : null;
    }

    private static void MakeScrollable(IElement frame, string label)
    {
        frame.SetAttribute("tabindex", "0");
        frame.SetAttribute("role", "group");
        frame.SetAttribute("aria-label", label);
    }
}
