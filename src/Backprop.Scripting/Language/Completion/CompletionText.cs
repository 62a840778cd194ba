using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>
/// A text with a cursor, in a form that parses: a name nobody uses stands where the word at the cursor stood.
/// </summary>
internal sealed class CompletionText
{
    private const string Marker = "__cursor__";

    private readonly string code;
    private readonly int wordEnd;

    public CompletionText(string code, int cursor)
    {
        this.code = code;
        (Start, wordEnd) = (cursor, cursor);
        while (Start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[Start - 1]))
            Start--;
        while (wordEnd < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[wordEnd]))
            wordEnd++;
        Prefix = code[Start..cursor];
        UpToCursor = CellModels.Parse(code[..Start] + Marker);
    }

    /// <summary>Where the word at the cursor begins.</summary>
    public int Start { get; }

    /// <summary>What of the word is typed.</summary>
    public string Prefix { get; }

    /// <summary>The text without what follows the cursor: it tells what kind of place the cursor is at.</summary>
    public SyntaxTree UpToCursor { get; }

    /// <summary>The marker in a tree of this text; null where it is no name: in a string, a remark, a number.</summary>
    public SyntaxToken? MarkerIn(SyntaxTree tree)
    {
        SyntaxToken token = tree.GetRoot().FindToken(Start, findInsideTrivia: true);
        bool isName = token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Marker;
        return isName && !token.IsPartOfStructuredTrivia() ? token : null;
    }

    /// <summary>
    /// The whole text. Where the line ends at the cursor, the statement ends there too: else the next line would be
    /// taken for its continuation.
    /// </summary>
    public SyntaxTree Whole()
    {
        string rest = code[wordEnd..];
        string line = rest.Split('\n', 2)[0].Trim();
        bool endsHere = line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal);
        string closings = endsHere && MarkerIn(UpToCursor) is { } marker ? Closings(marker) : "";
        return CellModels.Parse(code[..Start] + Marker + closings + rest);
    }

    // The brackets and the semicolon that the parser misses behind the marker.
    private static string Closings(SyntaxToken marker)
    {
        var closings = new StringBuilder();
        SyntaxToken token = marker.GetNextToken(includeZeroWidth: true);
        for (; token.IsMissing; token = token.GetNextToken(includeZeroWidth: true))
        {
            SyntaxKind kind = token.Kind();
            if (kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken
                or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.SemicolonToken)
                closings.Append(SyntaxFacts.GetText(kind));
            if (kind == SyntaxKind.SemicolonToken)
                return closings.ToString();
        }
        return "";
    }
}
