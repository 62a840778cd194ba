using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Tells from the grammar alone whether a text is a whole cell.</summary>
internal static class CompletenessCheck
{
    private const string Step = "    ";

    // What may go on for lines and is not ended yet: comments, raw strings, holes of strings, #region, #if.
    private static readonly HashSet<string> NotEnded = ["CS1035", "CS1038", "CS1027", "CS8997", "CS8076"];

    /// <param name="code">The C# of a cell.</param>
    public static Completeness Of(string code)
    {
        SyntaxTree tree = CellModels.Parse(code);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return new(errors.Count == 0 ? CompletenessStatus.Complete : CompletenessStatus.Invalid);

        SyntaxToken last = LastToken(tree);
        if (errors.Any(e => !CanEndLater(e, tree, last)))
            return new(CompletenessStatus.Invalid);
        return new(CompletenessStatus.Incomplete, Indent(tree, last));
    }

    private static bool CanEndLater(Diagnostic error, SyntaxTree tree, SyntaxToken last)
    {
        if (NotEnded.Contains(error.Id))
            return true;
        int start = error.Location.SourceSpan.Start;
        return error.Id switch
        {
            // An ordinary string or character ends in its line or never.
            "CS1010" => false,
            "CS1039" => IsVerbatim(last) || IsVerbatim(tree.GetRoot().FindToken(start)),

            // A try without its catch: the error is on its bracket.
            "CS1524" => start >= last.SpanStart,
            _ => start >= last.Span.End,
        };
    }

    private static bool IsVerbatim(SyntaxToken token) =>
        token.Text.StartsWith('@')
        || token.Text.StartsWith("$@", StringComparison.Ordinal)
        || token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()?.StringStartToken.Text
            is "$@\"" or "@$\"";

    private static SyntaxToken LastToken(SyntaxTree tree)
    {
        SyntaxToken token = tree.GetRoot().GetLastToken(includeZeroWidth: true, includeSkipped: true);
        while (token.Span.IsEmpty && token.SpanStart > 0)
        {
            SyntaxToken before = token.GetPreviousToken(includeZeroWidth: true, includeSkipped: true);
            if (before == default)
                break;
            token = before;
        }
        return token;
    }

    // One step deeper than the line that opened what is still open; else as deep as the last line.
    private static string Indent(SyntaxTree tree, SyntaxToken last)
    {
        if (tree.GetRoot().FindTrivia(tree.Length - 1) is { RawKind: not 0 } trivia
            && trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            return "";
        if (last.Text.Contains('\n'))
            return "";
        if (Opener(tree) is { } opener)
            return IndentOf(opener) + Step;
        return last.Parent is null || last.IsKind(SyntaxKind.CloseBraceToken) ? IndentOf(last) : IndentOf(last) + Step;
    }

    private static SyntaxToken? Opener(SyntaxTree tree)
    {
        var open = new Stack<SyntaxToken>();
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsMissing)
                continue;
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                open.Push(token);
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken
                or SyntaxKind.CloseBracketToken)
                open.TryPop(out _);
        }
        return open.TryPeek(out SyntaxToken opener) ? opener : null;
    }

    private static string IndentOf(SyntaxToken token)
    {
        string line = token.SyntaxTree!.GetText().Lines.GetLineFromPosition(token.SpanStart).ToString();
        return line[..^line.TrimStart().Length];
    }
}
