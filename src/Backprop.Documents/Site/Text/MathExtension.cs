using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Backprop.Documents;

/// <summary>Writes formulas in Markdown as <c>bp-math</c> elements, which <see cref="Formulas"/> draws.</summary>
internal sealed class MathExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new BlockRenderer());
    }

    private sealed class InlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula)
        {
            renderer.Write(formula.DelimiterCount == 2 ? "<bp-math display=\"block\">" : "<bp-math>");
            renderer.WriteEscape(ref formula.Content);
            renderer.Write("</bp-math>");
        }
    }

    private sealed class BlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula)
        {
            renderer.EnsureLine();
            renderer.Write("<p><bp-math display=\"block\">");
            renderer.WriteLeafRawLines(formula, writeEndOfLines: true, escape: true);
            renderer.Write("</bp-math></p>\n");
        }
    }
}
