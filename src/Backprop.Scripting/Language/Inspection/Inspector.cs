using Backprop.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

// Inspection/: help on a name or a call: its declaration, its documentation, a variable's value, a function's code.

/// <summary>Tells about the name at the cursor, or about the call around it.</summary>
internal sealed class Inspector(
    SessionOptions options, CellModels models, SubmissionChain chain, CellSources sources)
{
    private readonly Documentation documentation = new(new OwnSources(sources));
    private readonly OwnSources own = new(sources);
    private readonly VariableValues values = new(options, chain);

    /// <param name="code">The cell's C#.</param>
    /// <param name="cursor">The cursor in it.</param>
    /// <param name="withSource">Whether to show the code of what a cell declares.</param>
    public MimeBundle? Inspect(string code, int cursor, bool withSource)
    {
        SyntaxTree tree = CellModels.Parse(code);
        if (IsRemark(tree.GetRoot().FindTrivia(cursor), cursor))
            return null;
        return Inspect(models.ModelOf(tree), cursor, withSource)
            ?? Inspect(models.ModelOf(tree, everything: true), cursor, withSource);
    }

    private MimeBundle? Inspect(SemanticModel model, int cursor, bool withSource)
    {
        if (NameAt.Find(model, cursor) is { Count: > 0 } named)
            return Describe(named, model, withSource).ToBundle();
        SyntaxNode root = model.SyntaxTree.GetRoot();
        if (CallAround.Find(root, cursor) is not { } call || call.Functions(model) is not { Count: > 0 } functions)
            return null;
        int index = call.IndexAt(cursor);
        return Describe(functions, model, withSource, Current).ToBundle();

        IParameterSymbol? Current(ISymbol function) => call.Parameter(CallAround.ParametersOf(function), index);
    }

    private Help Describe(
        List<ISymbol> symbols,
        SemanticModel model,
        bool withSource,
        Func<ISymbol, IParameterSymbol?>? current = null)
    {
        ISymbol first = symbols[0];
        return new Help
        {
            Declarations = [.. symbols.Select(s => new Declaration(Signature.Of(s), current?.Invoke(s)?.Ordinal))],
            Current = current?.Invoke(first)?.Name,
            Comment = documentation.Of(first, (CSharpCompilation)model.Compilation),
            Value = values.Find(first),
            Source = withSource ? own.CodeOf(first) : null,
        };
    }

    private static bool IsRemark(SyntaxTrivia trivia, int cursor) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        && trivia.SpanStart < cursor;
}
