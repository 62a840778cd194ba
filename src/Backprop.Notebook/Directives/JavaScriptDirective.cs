using Backprop.Display;

namespace Backprop;

/// <summary><c>#!javascript</c>: runs the text below it in the browser.</summary>
internal static class JavaScriptDirective
{
    private const string Mime = "application/javascript";

    public static Directive Create() => new("#!javascript", "runs the JavaScript below it in the notebook's page", Run)
    {
        Reach = DirectiveReach.Text,
        Aliases = ["#!js"],
    };

    private static Task Run(DirectiveCall call)
    {
        Show.display(new MimeBundle().Add(Mime, call.Text).Add(MimeBundle.Text, call.Text));
        return Task.CompletedTask;
    }
}
