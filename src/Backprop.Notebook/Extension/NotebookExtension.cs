using System.ComponentModel;
using Backprop.Display;

namespace Backprop;

// Extension/: the same formatters and directives in another C# notebook, .NET Interactive, without a reference to it.
// extension.dib is the only part that speaks its language: it hands what stands here to that host.

/// <summary>What <c>extension.dib</c> hands to its host. Nobody else needs it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NotebookExtension
{
    private static readonly string[] Formats = [MimeBundle.Html, MimeBundle.Text];

    /// <summary>A writer for each type and format.</summary>
    public static IReadOnlyList<(Type Type, string MimeType, Action<object, TextWriter> Write)> Formatters()
    {
        NotebookDefaults.Register();
        return [.. Formatter.DefaultTypes.SelectMany(_ => Formats, (type, mime) => (type, mime, WriterOf(mime)))];
    }

    /// <summary>Sends what the library displays through the host.</summary>
    /// <param name="show">Shows something, and gives what replaces it in place; null where nothing can be shown
    /// now.</param>
    /// <param name="print">Prints text.</param>
    public static void SendOutputs(Func<MimeBundle, Action<MimeBundle>?> show, Action<string> print) =>
        OutputSink.Default = new ExtensionOutputs(show, print).Take;

    /// <summary>Runs a directive.</summary>
    /// <param name="directive">Which one.</param>
    /// <param name="text">Its line; what stands before the <c>#!</c> is left out.</param>
    /// <param name="session">The host's session.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What is wrong with the line, or null.</returns>
    public static async Task<string?> Run(
        Directive directive, string text, ExtensionSession session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            if (DirectiveLine.Read(directive, text[Math.Max(0, text.IndexOf("#!", StringComparison.Ordinal))..], session)
                is not { } values)
            {
                Show.display(DirectiveHelp.For(directive));
                return null;
            }
            await directive.Run(new DirectiveCall(session, values.All) { Given = values.Given, Cancel = cancel });
            return null;
        }
        catch (DirectiveException error)
        {
            return error.Message;
        }
    }

    private static Action<object, TextWriter> WriterOf(string mime) =>
        (value, writer) => writer.Write(value.ToDisplayString(mime));
}
