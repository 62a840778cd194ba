using Backprop.Display;

namespace Backprop;

/// <summary>
/// <c>#!mermaid</c>: a diagram from the text below it. JupyterLab (from 4.1) and Notebook 7 bring the program that draws
/// it; elsewhere its source is shown. Nothing is fetched from anywhere.
/// </summary>
internal static class MermaidDirective
{
    private const string Mime = "text/vnd.mermaid";

    public static Directive Create() => new(
        "#!mermaid", "shows the text below it as a diagram, where the notebook can draw one (JupyterLab 4.1, Notebook 7)",
        Run)
    {
        Reach = DirectiveReach.Text,
    };

    // No HTML: a notebook that can draw the diagram would take that instead.
    private static Task Run(DirectiveCall call)
    {
        string source = call.Text.Trim();
        if (source.Length == 0)
            throw new DirectiveException("#!mermaid: write the diagram below it, such as\ngraph LR\n  x --> y");
        Show.display(new MimeBundle().Add(Mime, source).Add(MimeBundle.Text, source));
        return Task.CompletedTask;
    }
}
