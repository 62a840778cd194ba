using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Backprop.Documents;

/// <summary>What the list of lessons says about one notebook.</summary>
/// <param name="Planned">The notebook.</param>
/// <param name="Title">Its first heading, or its name.</param>
/// <param name="Number">The number at the start of its file name, or null.</param>
/// <param name="Minutes">How long it takes, as its first text says, or null.</param>
/// <param name="Points">How many points it gives, as its first text says, or null.</param>
internal sealed partial record Lesson(PlannedNotebook Planned, string Title, int? Number, int? Minutes, int? Points)
{
    /// <summary>False for a notebook that cannot be read: it will have no page.</summary>
    public bool IsReadable { get; private init; } = true;

    /// <summary>The numbers of the lessons that it builds on, as its first text says after "You need".</summary>
    public IReadOnlyList<int> Needs { get; private init; } = [];

    /// <summary>The title up to its colon: it fits a narrow column.</summary>
    public string ShortTitle => Title.Split(':', 2)[0];

    /// <summary>Reads what there is to say; a notebook that cannot be read is listed by its name.</summary>
    public static Lesson Of(PlannedNotebook planned)
    {
        string name = planned.Name.Split('/')[^1];
        Match number = LeadingNumber().Match(name);
        int? counted = number.Success ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;
        string[] texts;
        try
        {
            texts = [.. NotebookFile.Read(planned.Source, planned.Label).Cells
                .Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source)];
        }
        catch (DocumentException)
        {
            return new Lesson(planned, name, counted, Minutes: null, Points: null) { IsReadable = false };
        }
        string first = texts.FirstOrDefault() ?? "";
        string? title = texts.Select(FirstHeading).FirstOrDefault(heading => !string.IsNullOrWhiteSpace(heading));
        return new Lesson(planned, title ?? name, counted, Found(MinutesText(), first), Found(PointsText(), first))
        {
            Needs = [.. NeedsOf(first)],
        };
    }

    // "lesson 2 (slopes) and lessons 4, 6 and 8": the numbers are 2, 4, 6 and 8.
    private static IEnumerable<int> NeedsOf(string first) =>
        LessonNumbers().Matches(NeedText().Match(first).Value)
            .SelectMany(match => match.Groups["number"].Captures)
            .Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    private static string? FirstHeading(string markdown)
    {
        try
        {
            HeadingBlock? heading = Markdown.Parse(markdown, MarkdownView.Pipeline)
                .Descendants<HeadingBlock>().FirstOrDefault();
            return heading?.Inline is null ? null : PlainText(heading.Inline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string PlainText(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (Inline part in inline.Descendants())
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                _ => "",
            });
        return text.ToString().Trim();
    }

    private static int? Found(Regex pattern, string text)
    {
        Match match = pattern.Match(text);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^\d{1,6}")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"\b(\d{1,4}) minutes", RegexOptions.IgnoreCase)]
    private static partial Regex MinutesText();

    [GeneratedRegex(@"\*\*You need\*\*.*")]
    private static partial Regex NeedText();

    [GeneratedRegex(@"\blessons? (?<number>\d{1,4})(?:(?:, and |, | and |–|-)(?<number>\d{1,4}))*")]
    private static partial Regex LessonNumbers();

    [GeneratedRegex(@"\b(\d{1,5}) points\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsText();
}
