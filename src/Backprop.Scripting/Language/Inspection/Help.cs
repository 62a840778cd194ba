using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>A declaration to show, with the parameter that the cursor is at.</summary>
/// <param name="Signature">The declaration.</param>
/// <param name="Current">The index of that parameter, or null.</param>
internal sealed record Declaration(Signature Signature, int? Current);

/// <summary>Help on a name: its declarations, its documentation, its value, its code. As text and as HTML.</summary>
internal sealed record Help
{
    private const int MostDeclarations = 12;
    private const string Bold = "\e[1m";
    private const string Plain = "\e[0m";

    /// <summary>The declaration, then its other overloads.</summary>
    public required IReadOnlyList<Declaration> Declarations { get; init; }

    /// <summary>The name of the parameter that the cursor is at, or null.</summary>
    public string? Current { get; init; }

    /// <summary>What its author says.</summary>
    public DocumentationComment? Comment { get; init; }

    /// <summary>The value that a variable has now.</summary>
    public string? Value { get; init; }

    /// <summary>The code of a learner's own function.</summary>
    public string? Source { get; init; }

    public MimeBundle ToBundle() => new MimeBundle().Add(MimeBundle.Text, Text()).Add(MimeBundle.Html, Page().Content);

    private string Text()
    {
        var blocks = new List<string> { string.Join('\n', Shown(d => Line(d, s => s, s => Bold + s + Plain))) };
        if (Value is not null)
            blocks[0] += $" = {Value}";
        if (Comment is { } comment)
        {
            blocks.Add(comment.Summary.Plain);
            blocks.Add(string.Join('\n', Details().Select(d => $"{d.Label}: {d.Text.Plain}")));
        }
        if (Source is not null)
            blocks.Add(Source);
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private Html Page()
    {
        var page = new StringBuilder("<div class=\"help\"><pre>");
        page.AppendJoin('\n', Shown(d => Line(d, Html.Escape, s => $"<b>{Html.Escape(s)}</b>")));
        if (Value is not null)
            page.Append(" = ").Append(Html.Escape(Value));
        page.Append("</pre>");
        if (Comment is { Summary: { IsEmpty: false } summary })
            page.Append("<p>").Append(summary.Html.Content).Append("</p>");
        var details = Details().ToList();
        if (details.Count > 0)
        {
            page.Append("<dl>");
            foreach ((string label, DocumentationText text) in details)
                page.Append(Html.Of($"<dt>{Label(label)}</dt><dd>{text.Html}</dd>").Content);
            page.Append("</dl>");
        }
        if (Source is not null)
            page.Append("<pre>").Append(Html.Escape(Source)).Append("</pre>");
        return new Html(page.Append("</div>").ToString());
    }

    private Html Label(string label) => label == Current ? Html.Of($"<b>{label}</b>") : Html.Of($"{label}");

    private IEnumerable<string> Shown(Func<Declaration, string> write)
    {
        IEnumerable<string> lines = Declarations.Select(write).Distinct().Take(MostDeclarations);
        int more = Declarations.Count - MostDeclarations;
        return more > 0 ? lines.Append($"… and {more} more") : lines;
    }

    private IEnumerable<(string Label, DocumentationText Text)> Details()
    {
        if (Comment is not { } comment)
            yield break;
        foreach ((string Name, DocumentationText Text) parameter in comment.Parameters)
            yield return parameter;
        if (!comment.Returns.IsEmpty)
            yield return ("Returns", comment.Returns);
        foreach ((string type, DocumentationText text) in comment.Exceptions)
            yield return ($"Throws {type}", text);
    }

    private static string Line(Declaration declaration, Func<string, string> plain, Func<string, string> bold)
    {
        Signature signature = declaration.Signature;
        if (signature.Parameters is not { } parameters)
            return plain(signature.ToString());
        IEnumerable<string> written = parameters.Select((p, i) => i == declaration.Current ? bold(p) : plain(p));
        string list = string.Join(", ", written);
        return plain(signature.Head + signature.Open) + list + plain(signature.Close + signature.Tail);
    }
}
