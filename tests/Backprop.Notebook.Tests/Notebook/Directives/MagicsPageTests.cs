using System.Text;
using Backprop.Display;
using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Notebook;

/// <summary><c>docs/magics.md</c> says what the directives say of themselves.</summary>
public sealed class MagicsPageTests
{
    private const string Begin = "<!-- directives: written by MagicsPageTests -->\n", End = "<!-- end of directives -->";

    [Fact]
    public void The_page_lists_every_directive_as_it_is()
    {
        string path = Path.Combine(Root(), "docs", "magics.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string expected = page[..begin] + Tables() + page[end..];
        if (Environment.GetEnvironmentVariable("BACKPROP_UPDATE_EXPECTATIONS") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.Equal(expected, page);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        text.Append("\n## Learning\n\n").Append(Overview(NotebookDirectives.Learning));
        text.Append("\n## Every day\n\n").Append(Overview(
            [.. BuiltInDirectives.All.Where(d => !d.IsHidden), ImportDirective.Create(), .. NotebookDirectives.Familiar]));
        foreach (Directive directive in NotebookDirectives.All.Where(d => d.Options.Count > 0))
            text.Append(Options(directive));
        return text.Append('\n').ToString();
    }

    private static StringBuilder Overview(IEnumerable<Directive> directives)
    {
        var text = new StringBuilder("| directive | does |\n|---|---|\n");
        foreach (Directive directive in directives)
        {
            string also = directive.Aliases.Count == 0 ? "" : $" (also `{string.Join("`, `", directive.Aliases)}`)";
            string argument = string.Concat(directive.Arguments.Select(a => " " + a.Name.ToUpperInvariant()));
            text.Append("| `").Append(directive.Name).Append(argument).Append('`').Append(also).Append(" | ")
                .Append(Cell(directive.Summary)).Append(" |\n");
        }
        return text;
    }

    private static StringBuilder Options(Directive directive)
    {
        var text = new StringBuilder($"\n### `{directive.Name}`\n\n| | | unless given |\n|---|---|---|\n");
        foreach (DirectiveOption option in directive.Arguments.Concat(directive.Options))
        {
            string choices = option.Choices.Count == 0 ? "" : ": " + string.Join(", ", option.Choices);
            string unset = option.IsRequired ? "needed" : option.Default is null or false ? "" : FormattableString.Invariant($"{option.Default}");
            string name = option.Name.StartsWith("--", StringComparison.Ordinal) ? option.Name : option.Name.ToUpperInvariant();
            text.Append("| `").Append(name).Append("` | ").Append(Cell(option.Summary + choices)).Append(" | ").Append(unset).Append(" |\n");
        }
        return text;
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Course.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
