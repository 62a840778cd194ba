using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>Lines that begin with <c>#!</c>, which are no C#.</summary>
internal static partial class DirectiveLines
{
    /// <summary>The text with these lines as remarks: every place stays where it is.</summary>
    public static string AsRemarks(string code) =>
        code.Contains("#!", StringComparison.Ordinal) ? Beginning().Replace(code, "//") : code;

    /// <summary>Where the directive line around the cursor begins, or null where the cursor is in none.</summary>
    public static int? StartAt(string code, int cursor)
    {
        int lineStart = code.LastIndexOf('\n', Math.Max(cursor - 1, 0), Math.Max(cursor, 0)) + 1;
        Match match = Beginning().Match(code, lineStart);
        if (!match.Success || match.Index > cursor || code[lineStart..match.Index].Contains('\n'))
            return null;

        // Within a string or a comment of several lines the same characters are text.
        SyntaxTree tree = CSharpSyntaxTree.ParseText(AsRemarks(code), CellCompilations.ParseOptions);
        SyntaxTrivia trivia = tree.GetRoot().FindTrivia(match.Index);
        bool isLine = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.SpanStart == match.Index;
        return isLine && cursor >= match.Index + 2 ? match.Index : null;
    }

    [GeneratedRegex(@"(?<=^[ \t]*)#!", RegexOptions.Multiline)]
    private static partial Regex Beginning();
}
