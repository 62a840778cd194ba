using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AngleSharp.Dom;

namespace Backprop.Documents;

/// <summary>The words of all pages, by section, for the search on the list of lessons.</summary>
internal sealed partial class SearchIndex
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Letters stay letters; what could end a script element is escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly List<Section> sections = [];

    /// <summary>True if there is something to search in.</summary>
    public bool HasSections => sections.Count > 0;

    /// <summary>Takes the text of a page; what code prints and what is folded in outputs is left out.</summary>
    /// <param name="lesson">The lesson's title.</param>
    /// <param name="url">Its page.</param>
    /// <param name="content">The content of the page.</param>
    public void Add(string lesson, string url, IElement content)
    {
        string title = lesson, at = url;
        var text = new List<string>();
        foreach (IElement element in content.Children)
        {
            if (element.LocalName is "h1" or "h2" or "h3" && element.Id is string id)
            {
                Close(lesson, title, at, text);
                (title, at) = (element.TextContent.Trim(), element.LocalName == "h1" ? url : $"{url}#{id}");
            }
            else if (element.ClassName?.Contains("cell", StringComparison.Ordinal) != true)
                text.Add(element.TextContent);
        }
        Close(lesson, title, at, text);
    }

    /// <summary>The sections as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(sections.OrderBy(section => section.Url, StringComparer.Ordinal), Compact);

    private void Close(string lesson, string title, string url, List<string> text)
    {
        string words = Blanks().Replace(string.Join(' ', text), " ").Trim();
        text.Clear();
        if (words.Length > 0)
            sections.Add(new Section(lesson, title, url, words));
    }

    private sealed record Section(string Lesson, string Title, string Url, string Text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
