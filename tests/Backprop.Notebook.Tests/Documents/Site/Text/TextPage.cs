using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

/// <summary>A page of text in a folder that may not exist.</summary>
internal sealed class TextPage
{
    public TextPage(string folder)
    {
        string source = Path.Combine(folder, "a.ipynb");
        Pictures = new Pictures(folder);
        var planned = new PlannedNotebook(source, "a.ipynb", "a");
        RunPlan? plan = File.Exists(source) ? RunPlan.Create([folder], Path.Combine(folder, "out")) : null;
        View = new MarkdownView(Headings, Pictures, new Links(plan?.Notebooks ?? [planned], planned));
    }

    public Headings Headings { get; } = new();

    public Pictures Pictures { get; }

    public MarkdownView View { get; }

    public static IElement Render(string markdown, JsonObject? attachments = null)
    {
        return new TextPage("/nowhere").View.Render(markdown, attachments);
    }
}
