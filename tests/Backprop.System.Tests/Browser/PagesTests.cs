using System.Text.RegularExpressions;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests.Browser;

/// <summary>
/// Everything that shows itself, looked at in a browser: the outputs that stand in <c>Expectations/</c>, one page for
/// each kind. Screenshots are left in <c>out/looks</c>.
/// </summary>
public partial class PagesTests
{
    private static readonly string[] Kinds = ["chart", "plot", "tensor", "graph", "module", "draw"];

    [FactWithBrowser]
    public void No_output_has_text_upon_text_scrolls_sideways_or_fails_a_reader_in_any_look()
    {
        using var folder = new TemporaryFolder();
        string looks = Directory.CreateDirectory(Path.Combine(Tree.Root, "out", "looks")).FullName;
        ToolResult result = Tool.Start(
            "node",
            [Path.Combine(Tree.Root, "tests/Backprop.System.Tests/Browser/pages.mjs"), looks, .. Pages(folder)],
            folder.Path,
            new Dictionary<string, string> { ["NODE_MODULES_OF"] = Path.Combine(FactWithBrowserAttribute.Modules, "x.js") });
        Assert.EndsWith(" 0 faults\n", result.Expect(0).Output, StringComparison.Ordinal);
    }

    private static List<string> Pages(TemporaryFolder folder)
    {
        string outputs = Path.Combine(Tree.Root, "tests/Backprop.Notebook.Tests/Expectations");
        string style = File.ReadAllText(Path.Combine(outputs, "theme.css"));
        return [.. Directory.GetFiles(outputs, "*.html")
            .Where(file => !Path.GetFileName(file).StartsWith("page-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .GroupBy(KindOf)
            .Select(kind => folder.Write(kind.Key + ".html", Page(kind.Key, style, kind)))];
    }

    private static string KindOf(string file)
    {
        string first = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        return Kinds.Contains(first) ? first : "others";
    }

    private static string Page(string title, string style, IEnumerable<string> files)
    {
        string sections = string.Concat(files.Select(file =>
        {
            string name = Path.GetFileNameWithoutExtension(file);
            return $"<section id=\"{name}\"><h2>{name}</h2>{Body().Match(File.ReadAllText(file)).Groups[1].Value}</section>";
        }));
        return $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
            <meta name="viewport" content="width=device-width,initial-scale=1"><style>{style}</style>
            <body class="bp"><main class="bp-page"><h1>{title}</h1>{sections}</main></body></html>
            """;
    }

    [GeneratedRegex("<main class=\"bp-page\">\n(.*)\n</main>", RegexOptions.Singleline)]
    private static partial Regex Body();
}
