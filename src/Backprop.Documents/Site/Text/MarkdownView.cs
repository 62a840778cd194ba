using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Backprop.Documents;

/// <summary>Turns the Markdown texts of one page into elements.</summary>
internal sealed class MarkdownView(Headings headings, Pictures pictures, Links links)
{
    /// <summary>How Markdown is read: as GitHub and Jupyter read it, with formulas in dollar signs.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseAutoLinks()
        .UseMathematics()
        .Use<MathExtension>()
        .Build();

    /// <summary>True once a text had a formula.</summary>
    public bool HasFormulas { get; private set; }

    /// <summary>The text inside a <c>div</c>.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="attachments">Pictures that travel with it, or null.</param>
    public IElement Render(string markdown, JsonObject? attachments = null)
    {
        IElement root;
        try
        {
            root = Dom.Parse(Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses texts that are nested without end.
            return Dom.Plain(markdown);
        }
        SafeHtml.Clean(root);
        pictures.Embed(root, attachments);
        HasFormulas |= Formulas.Draw(root);
        headings.Add(root);
        links.Lead(root);
        Blocks.Shape(root);
        return root;
    }
}
