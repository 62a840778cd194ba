using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Tells from the grammar alone whether a text is a whole cell.</summary>
internal static class CompletenessCheck
{
    private const string Step = "    ";

    // What may go on for lines and has not ended: comments, #region, #if, raw texts.
    private static readonly HashSet<string> OpenText = ["CS1035", "CS1038", "CS1027", "CS8997"];

    // The hole of a text, and a try without its catch, whose error is on its bracket.
    private static readonly HashSet<string> OpenCode = ["CS8076", "CS1524"];

    /// <param name="code">The C# of a cell.</param>
    public static Completeness Of(string code)
    {
        SyntaxTree tree = CellModels.Parse(code);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return new(errors.Count == 0 ? CompletenessStatus.Complete : CompletenessStatus.Invalid);

        SyntaxToken last = LastToken(tree);
        bool inText = errors.Any(e => IsOpenText(e, tree, last));
        bool canEnd = errors.TrueForAll(e =>
            IsOpenText(e, tree, last) || OpenCode.Contains(e.Id) || IsAtEnd(e, last));
        return canEnd
            ? new(CompletenessStatus.Incomplete, inText ? "" : Indent(tree, last))
            : new(CompletenessStatus.Invalid);
    }

    // An ordinary text (CS1010, CS1039) ends in its line or never.
    private static bool IsOpenText(Diagnostic error, SyntaxTree tree, SyntaxToken last) =>
        OpenText.Contains(error.Id)
        || (error.Id == "CS1039"
            && (IsVerbatim(last) || IsVerbatim(tree.GetRoot().FindToken(error.Location.SourceSpan.Start))));

    private static bool IsAtEnd(Diagnostic error, SyntaxToken last) =>
        error.Id is not ("CS1010" or "CS1039") && error.Location.SourceSpan.Start >= last.Span.End;

    private static bool IsVerbatim(SyntaxToken token) =>
        token.Text.StartsWith('@')
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

    // One step deeper than the line that opened what is still open; within a statement, than its own line.
    private static string Indent(SyntaxTree tree, SyntaxToken last)
    {
        bool ended = last.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken or SyntaxKind.CommaToken;
        if (Opener(tree) is not { } opener)
            return ended ? IndentOf(last) : IndentOf(last) + Step;
        bool inStatement = opener.IsKind(SyntaxKind.OpenBraceToken) && !ended;
        return IndentOf(inStatement ? last : opener) + Step;
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
