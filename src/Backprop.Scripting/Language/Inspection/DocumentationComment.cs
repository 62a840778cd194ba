using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Backprop.Scripting;

/// <summary>What an author wrote about a declaration, its XML taken apart.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Parameters">What each parameter means, by name.</param>
/// <param name="Returns">What it gives back; empty where nothing is said.</param>
/// <param name="Exceptions">When it throws, by type of exception.</param>
internal sealed partial record DocumentationComment(
    DocumentationText Summary,
    IReadOnlyList<(string Name, DocumentationText Text)> Parameters,
    DocumentationText Returns,
    IReadOnlyList<(string Type, DocumentationText Text)> Exceptions)
{
    /// <summary>Reads a comment. Without a summary the text itself is one; null for nothing.</summary>
    public static DocumentationComment? Parse(string xml)
    {
        XElement root;
        try
        {
            root = XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            var text = new DocumentationText([new(Collapsed(xml), IsCode: false)]);
            return new DocumentationComment(text, [], DocumentationText.None, []);
        }
        if (root.Elements("member").FirstOrDefault() is { } member)
            root = member;
        if (root.Element("inheritdoc") is not null && root.Element("summary") is null)
            return null;

        var summary = DocumentationText.Of(root.Element("summary") ?? root);
        var returns = DocumentationText.Of(root.Element("returns") ?? root.Element("value"));
        var parameters = Named(root, "param", "name", name => name);
        var exceptions = Named(root, "exception", "cref", ShortName);
        return summary.IsEmpty && returns.IsEmpty && parameters.Count == 0
            ? null
            : new DocumentationComment(summary, parameters, returns, exceptions);
    }

    /// <summary>The last part of an id: <c>WriteLine</c> of <c>M:System.Console.WriteLine(System.String)</c>.</summary>
    public static string ShortName(string id)
    {
        string name = id.Split('(')[0];
        name = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.Split('`')[0];
    }

    /// <summary>Text with each stretch of white space as one blank.</summary>
    public static string Collapsed(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static List<(string, DocumentationText)> Named(
        XElement root, string element, string attribute, Func<string, string> shorten) =>
    [
        .. from entry in root.Elements(element)
           let name = entry.Attribute(attribute)?.Value
           where name is not null
           select (shorten(name), DocumentationText.Of(entry)),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
