using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>Tells C# notebooks from others.</summary>
internal static class NotebookLanguage
{
    private static readonly string[] CSharp = ["C#", "csharp", "cs"];

    /// <summary>Accepts a notebook that is in C# or does not say.</summary>
    /// <exception cref="DocumentException">It is in another language.</exception>
    public static void Require(JsonObject metadata, string label)
    {
        string? kernel = Entry(metadata, "kernelspec", "name");
        string? language = Entry(metadata, "kernelspec", "language") ?? Entry(metadata, "language_info", "name");
        // A notebook of many languages names none; its kernel says which one its cells are in.
        if (language is null or "polyglot-notebook")
            language = IsCSharpKernel(kernel) ? "C#" : kernel;
        if (language is not null && !IsCSharp(language))
            throw new DocumentException($"{label}: is written in {language}, only C# notebooks can run here. "
                + "Choose the kernel \"C# (Backprop)\" in Jupyter if its cells are C#.");
    }

    /// <summary>What a new C# notebook says of itself.</summary>
    public static JsonObject CSharpMetadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = "C# (Backprop)",
            ["language"] = "C#",
            ["name"] = "backprop-csharp",
        },
        ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#" },
    };

    /// <summary>The language of one code cell, where a notebook of many languages notes it; null where it does
    /// not.</summary>
    public static string? OfCell(JsonObject metadata) =>
        Entry(metadata, "polyglot_notebook", "kernelName") ?? Entry(metadata, "dotnet_interactive", "language");

    private static bool IsCSharp(string? language) => CSharp.Contains(language, StringComparer.OrdinalIgnoreCase);

    private static bool IsCSharpKernel(string? kernel)
    {
        return kernel is not null && kernel.Contains("csharp", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Entry(JsonObject metadata, string part, string name)
    {
        return (metadata[part] as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text)
            && text.Length > 0 ? text : null;
    }
}
