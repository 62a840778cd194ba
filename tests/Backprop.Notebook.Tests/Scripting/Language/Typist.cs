using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Language;

/// <summary>A person who types into a session: <c>|</c> in a text is where the cursor stands.</summary>
internal sealed class Typist(CSharpSession session) : IAsyncDisposable
{
    private readonly NotebookSession notebook = new(session);

    public Typist()
        : this(new SessionOptions())
    {
    }

    public Typist(SessionOptions options)
        : this(new CSharpSession(options))
    {
    }

    /// <summary>A session whose cells know the library.</summary>
    public static Typist WithLibrary() => new(new SessionOptions
    {
        References = [typeof(Tensor).Assembly, typeof(Formatter).Assembly],
        Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
        StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
    });

    /// <summary>Runs a cell that must come to its end.</summary>
    public Task<string?> Run(string code) => notebook.Value(code);

    public async Task<Completions> Complete(string text)
    {
        int cursor = text.IndexOf('|', StringComparison.Ordinal);
        return await session.CompleteAsync(text.Remove(cursor, 1), cursor, CancellationToken.None);
    }

    /// <summary>The texts offered at the cursor.</summary>
    public async Task<IReadOnlyList<string>> Offered(string text) =>
        [.. (await Complete(text)).Items.Select(i => i.Text)];

    /// <summary>The plain text of the help at the cursor; null where there is none.</summary>
    public async Task<string?> Help(string text, bool withSource = false) =>
        (await Bundle(text, withSource))?.PlainText;

    public async Task<MimeBundle?> Bundle(string text, bool withSource = false)
    {
        int cursor = text.IndexOf('|', StringComparison.Ordinal);
        return await session.InspectAsync(text.Remove(cursor, 1), cursor, withSource, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
