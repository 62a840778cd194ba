using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>
/// Reads and writes <c>.dib</c>, the text format of C# notebooks: a line <c>#!csharp</c> or <c>#!markdown</c> begins a
/// cell, and <c>#!meta</c> at the top says what other languages there are. It has no outputs.
/// </summary>
internal static class DibFormat
{
    private const string Meta = "meta";

    private static readonly string[] CSharp = ["csharp", "c#", "C#"];
    private static readonly string[] Markdown = ["markdown", "md"];

    private static readonly string[] Languages =
    [
        .. CSharp, .. Markdown, "fsharp", "f#", "F#", "pwsh", "powershell", "html", "javascript", "js", "mermaid", "sql",
        "kql", "http", "value", "raw",
    ];

    /// <summary>The notebook that a text stands for. Cells in another language keep its line, so that a session can
    /// say that it does not speak it.</summary>
    /// <exception cref="DocumentException">The <c>#!meta</c> part is not JSON.</exception>
    public static NotebookDocument Read(string text, string label)
    {
        var notebook = new NotebookDocument { Metadata = NotebookLanguage.CSharpMetadata() };
        var known = new HashSet<string>(Languages);
        string language = "csharp";
        var lines = new List<string>();
        foreach (string line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            if (Language(line, known) is not { } next)
            {
                lines.Add(line);
                continue;
            }
            End();
            language = next;
        }
        End();
        return notebook;

        void End()
        {
            string source = string.Join('\n', lines).Trim('\n', ' ', '\t');
            lines.Clear();
            if (source.Length == 0)
                return;
            if (language == Meta)
                known.UnionWith(Kernels(source, label));
            else
                notebook.Cells.Add(Cell(language, source, notebook.Cells.Count));
        }
    }

    /// <summary>The text of a notebook, without outputs.</summary>
    public static string Write(NotebookDocument notebook)
    {
        var text = new StringBuilder();
        text.Append("#!meta\n\n");
        text.Append("""{"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#"}]}}""");
        foreach (NotebookCell cell in notebook.Cells)
        {
            (string language, string source) = cell.Kind switch
            {
                CellKind.Markdown => ("markdown", cell.Source),
                CellKind.Raw => ("raw", cell.Source),
                _ => Split(cell.Source),
            };
            text.Append("\n\n#!").Append(language).Append("\n\n").Append(source.Trim('\n'));
        }
        return text.Append('\n').ToString();
    }

    /// <summary>A cell in a language that it is not in by default: the language's line comes first.</summary>
    public static string Marked(string language, string source) =>
        CSharp.Contains(language) || source.StartsWith("#!", StringComparison.Ordinal) ? source : $"#!{language}\n{source}";

    private static NotebookCell Cell(string language, string source, int count)
    {
        string id = FormattableString.Invariant($"cell-{count + 1}");
        return language switch
        {
            _ when Markdown.Contains(language) => new NotebookCell(CellKind.Markdown, id, source),
            "raw" => new NotebookCell(CellKind.Raw, id, source),
            _ => new NotebookCell(CellKind.Code, id, Marked(language, source)),
        };
    }

    private static (string Language, string Source) Split(string source)
    {
        string[] parts = source.Split('\n', 2);
        return Language(parts[0], [.. Languages]) is { } language
            ? (language, parts.Length == 2 ? parts[1] : "")
            : ("csharp", source);
    }

    // `#!csharp` alone on its line; with anything behind it, it is a directive of the cell.
    private static string? Language(string line, HashSet<string> known)
    {
        string trimmed = line.TrimEnd();
        if (!trimmed.StartsWith("#!", StringComparison.Ordinal))
            return null;
        string name = trimmed[2..];
        return name == Meta || known.Contains(name) ? name : null;
    }

    private static IEnumerable<string> Kernels(string json, string label)
    {
        try
        {
            return JsonNode.Parse(json)?["kernelInfo"]?["items"] is JsonArray items
                ? [.. items.Select(item => item?["name"]?.GetValue<string>()).OfType<string>()]
                : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DocumentException($"{label}: what stands below #!meta is not JSON as .dib files have it.", error);
        }
    }
}
