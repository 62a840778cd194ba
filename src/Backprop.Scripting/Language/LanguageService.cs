using Backprop.Display;

namespace Backprop.Scripting;

// Language/: what a front end asks about C# while a person types (completion, help, is the cell complete).
// It runs no code, changes no session and knows no Jupyter.

/// <summary>Answers questions about the text of a next cell, one at a time, beside whatever the session does.</summary>
internal sealed class LanguageService
{
    private readonly Lock gate = new();
    private readonly Completer completer;
    private readonly Inspector inspector;

    public LanguageService(
        SessionOptions options, CellReferences references, SubmissionChain chain, CellSources sources)
    {
        var models = new CellModels(options, references, chain);
        completer = new Completer(options, models);
        inspector = new Inspector(options, models, chain, sources);
    }

    public Completions Complete(string code, int cursor)
    {
        lock (gate)
            return completer.Complete(code, Math.Clamp(cursor, 0, code.Length));
    }

    public MimeBundle? Inspect(string code, int cursor, bool withSource)
    {
        lock (gate)
            return inspector.Inspect(code, Math.Clamp(cursor, 0, code.Length), withSource);
    }
}
