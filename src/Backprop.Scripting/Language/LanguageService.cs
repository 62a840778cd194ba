using Backprop.Display;

namespace Backprop.Scripting;

// Language/: what a front end asks about C# while a person types (completion, help, is the cell complete).
// It runs no code, changes no session and knows no Jupyter.

/// <summary>Answers questions about the text of a next cell, one at a time, beside whatever the session does.</summary>
internal sealed class LanguageService
{
    // The parser looks far ahead at each open bracket: a text with thousands of them would hold it for minutes.
    private const int DeepestNesting = 300;

    private readonly Lock gate = new();
    private readonly SessionOptions options;
    private readonly SessionDirectives directives;
    private readonly DirectiveCompleter directiveCompleter;
    private readonly Completer completer;
    private readonly Inspector inspector;

    public LanguageService(
        SessionOptions options,
        CellReferences references,
        SubmissionChain chain,
        CellSources sources,
        SessionDirectives directives)
    {
        (this.options, this.directives) = (options, directives);
        var models = new CellModels(options, references, chain);
        completer = new Completer(options, models);
        inspector = new Inspector(options, models, chain, sources);
        directiveCompleter = new DirectiveCompleter(directives, new Asker(options, chain, directives));
    }

    /// <inheritdoc cref="ILanguageService.CompleteAsync"/>
    public Completions Complete(string code, int cursor)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (IsTooDeep(code))
            return Completions.None(cursor);
        lock (gate)
        {
            if (CompletionPaths.Find(code, cursor, options.Folder) is { } paths)
                return paths;
            var text = new CellText(code, directives.Find);
            if (text.DirectiveAt(cursor) is not { } line)
                return completer.Complete(text.CSharp, cursor);
            string typed = code[line.Start..cursor];
            return typed.TrimStart().StartsWith("#!", StringComparison.Ordinal)
                ? directiveCompleter.Complete(typed, cursor)
                : Completions.None(cursor);
        }
    }

    /// <inheritdoc cref="ILanguageService.InspectAsync"/>
    public MimeBundle? Inspect(string code, int cursor, bool withSource)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (IsTooDeep(code))
            return null;
        lock (gate)
        {
            var text = new CellText(code, directives.Find);
            return text.DirectiveAt(cursor) is { } line
                ? line.Directive is { } directive ? DirectiveHelp.For(directive) : null
                : inspector.Inspect(text.CSharp, cursor, withSource);
        }
    }

    /// <inheritdoc cref="ILanguageService.IsCompleteAsync"/>
    public Completeness IsComplete(string code) => IsTooDeep(code)
        ? new Completeness(CompletenessStatus.Unknown)
        : CompletenessCheck.Of(new CellText(code, directives.Find).CSharp);

    private static bool IsTooDeep(string code)
    {
        int depth = 0;
        foreach (char c in code)
        {
            depth += c is '(' or '[' or '{' or '<' ? 1 : c is ')' or ']' or '}' or '>' ? -1 : 0;
            if (depth > DeepestNesting)
                return true;
        }
        return false;
    }

    /// <summary>What a directive sees while it is typed: it may read, and run nothing.</summary>
    private sealed class Asker(SessionOptions options, SubmissionChain chain, SessionDirectives directives)
        : IDirectiveHost
    {
        public string Folder => options.Folder;

        public IReadOnlyList<SessionVariable> Variables => chain.Variables;

        public IReadOnlyList<Directive> Directives => directives.All;

        public Task RunCode(string code, string name) => throw NothingRuns();

        public Task<object?> Evaluate(string expression, string name) => throw NothingRuns();

        public Task SetVariable(string name, object? value) => throw NothingRuns();

        private static NotSupportedException NothingRuns() => new("Nothing runs while one types.");
    }
}
