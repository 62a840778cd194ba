using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Backprop.Documents;

/// <summary>The links in a lesson's text that lead to files: pictures have a rule of their own.</summary>
internal static partial class LessonLinks
{
    /// <summary>Links whose file is not there, and those that leave the course's folder. Web addresses are not tried.</summary>
    public static IEnumerable<string> Dead(LessonNotebook lesson)
    {
        foreach (NotebookCell cell in lesson.Markdown)
            foreach (string url in Targets(cell.Source).Where(url => !Elsewhere().IsMatch(url)))
            {
                string file = Uri.UnescapeDataString(url.Split('#')[0]);
                if (file.Length > 0 && !File.Exists(Path.Combine(lesson.Folder, file)))
                    yield return $"{cell.Id}: the link to {url} leads nowhere";
            }
    }

    private static IEnumerable<string> Targets(string markdown) =>
        Markdown.Parse(markdown, MarkdownView.Pipeline).Descendants<LinkInline>()
            .Where(link => !link.IsImage).Select(link => link.Url ?? "");

    [GeneratedRegex("^([a-z]+:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
