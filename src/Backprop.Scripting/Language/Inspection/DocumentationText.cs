using System.Xml.Linq;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>A stretch of an author's words.</summary>
/// <param name="Words">The words; a paragraph begins with a line break.</param>
/// <param name="IsCode">Whether they are code, such as a parameter's name.</param>
internal sealed record DocumentationRun(string Words, bool IsCode);

/// <summary>An author's words about something, with code in them.</summary>
internal sealed record DocumentationText(IReadOnlyList<DocumentationRun> Runs)
{
    private const string Break = "\n";

    public static DocumentationText None { get; } = new([]);

    public bool IsEmpty => Plain.Length == 0;

    /// <summary>The words alone.</summary>
    public string Plain => Joined(run => run.Words, Break);

    /// <summary>The words as HTML, code in <c>code</c> elements.</summary>
    public Html Html => new(Joined(Marked, "<br>"));

    /// <summary>The words in an element, of which the entries on parameters and the like are no part.</summary>
    public static DocumentationText Of(XElement? element)
    {
        var runs = new List<DocumentationRun>();
        if (element is not null)
            Add(element, runs);
        return new DocumentationText(runs);
    }

    private static string Marked(DocumentationRun run) =>
        run.IsCode ? $"<code>{Html.Escape(run.Words)}</code>" : Html.Escape(run.Words);

    private static void Add(XElement element, List<DocumentationRun> runs)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText text)
                runs.Add(new(text.Value, IsCode: false));
            else if (node is XElement child)
                AddChild(child, runs);
        }
    }

    private static void AddChild(XElement child, List<DocumentationRun> runs)
    {
        switch (child.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref":
                runs.Add(new(Reference(child), IsCode: true));
                break;
            case "c":
                runs.Add(new(child.Value, IsCode: true));
                break;
            case "code":
                runs.Add(new(Break, IsCode: false));
                runs.Add(new(child.Value.Trim(), IsCode: true));
                runs.Add(new(Break, IsCode: false));
                break;
            case "para" or "item" or "br":
                runs.Add(new(Break, IsCode: false));
                Add(child, runs);
                break;
            case "param" or "typeparam" or "returns" or "exception" or "remarks" or "example" or "value":
                break;
            default:
                Add(child, runs);
                break;
        }
    }

    private static string Reference(XElement reference)
    {
        string? cref = reference.Attribute("cref")?.Value;
        return reference.Value.Length > 0 ? reference.Value
            : cref is not null ? DocumentationComment.ShortName(cref)
            : reference.Attributes().FirstOrDefault(a => a.Name.LocalName is "langword" or "name" or "href")?.Value ?? "";
    }

    // White space counts as one blank, except for the breaks between paragraphs.
    private string Joined(Func<DocumentationRun, string> write, string lineBreak)
    {
        var lines = new List<string> { "" };
        foreach (DocumentationRun run in Runs)
        {
            if (run.Words == Break)
                lines.Add("");
            else
                lines[^1] += Spaced(lines[^1], run, write);
        }
        return string.Join(lineBreak, lines.Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    private static string Spaced(string before, DocumentationRun run, Func<DocumentationRun, string> write)
    {
        if (run.IsCode)
            return write(run);
        string words = DocumentationComment.Collapsed(run.Words);
        string lead = run.Words.Length > 0 && char.IsWhiteSpace(run.Words[0]) && !before.EndsWith(' ') ? " " : "";
        string trail = words.Length > 0 && char.IsWhiteSpace(run.Words[^1]) ? " " : "";
        return lead + write(run with { Words = words }) + trail;
    }
}
