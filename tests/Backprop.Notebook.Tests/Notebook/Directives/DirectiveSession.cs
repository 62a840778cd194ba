using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

/// <summary>A session with the library's directives, as the worker composes it.</summary>
internal static class DirectiveSession
{
    public static NotebookSession Start(string? folder = null)
    {
        NotebookDefaults.Register();
        return new NotebookSession(Options(folder));
    }

    public static SessionOptions Options(string? folder = null) => new()
    {
        References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly, typeof(Check).Assembly],
        Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
        StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
        Directives = NotebookDirectives.All,
        Folder = folder ?? Environment.CurrentDirectory,
    };

    /// <summary>What the cells displayed, as text.</summary>
    public static IReadOnlyList<string> Shown(this NotebookSession session) =>
        [.. session.Outputs.OfType<DisplayOutput>().Select(o => o.Data.PlainText)];
}
