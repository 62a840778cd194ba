using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

/// <summary>A session with the library's directives, as the worker composes it.</summary>
internal static class DirectiveSession
{
    static DirectiveSession() => NotebookDefaults.Register();

    public static NotebookSession Start(string? folder = null) => new(Options(folder));

    public static SessionOptions Options(string? folder = null) => new()
    {
        References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly, typeof(Check).Assembly],
        Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
        StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
        Directives = NotebookDirectives.All,
        Folder = folder ?? Environment.CurrentDirectory,
    };

    /// <summary>What the cells displayed, as text; what replaced it in place counts as well.</summary>
    public static IReadOnlyList<string> Shown(this NotebookSession session) =>
        [.. session.Outputs.Select(o => (o as DisplayOutput)?.Data ?? (o as UpdateOutput)?.Data).OfType<MimeBundle>().Select(d => d.PlainText)];
}
