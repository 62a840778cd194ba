using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Refuses directives that the compiler would ignore or misread: <c>#!name</c> and packages.</summary>
internal static class UnknownDirectives
{
    public static CellError? Find(SyntaxTree tree, Cell cell)
    {
        SyntaxNode root = tree.GetRoot();
        if (!root.ContainsDirectives)
            return null;
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            string? message = trivia.GetStructure() switch
            {
                ShebangDirectiveTriviaSyntax directive => Unknown(directive.ToString()),
                ReferenceDirectiveTriviaSyntax directive => Package(directive.File.ValueText),
                _ => null,
            };
            if (message is not null)
                return Describe(message, trivia, cell);
        }
        return null;
    }

    private static string Unknown(string directive)
    {
        string name = directive.Split([' ', '\t', '\r', '\n'], 2)[0];
        return $"There is no directive `{name}` here. Remove the line, or put // before it.";
    }

    private static string? Package(string reference)
    {
        if (!reference.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return null;
        return "Packages (#r \"nuget: …\") are not supported yet. "
            + "#r \"folder/file.dll\" takes a library beside the notebook.";
    }

    private static CellError Describe(string message, SyntaxTrivia trivia, Cell cell)
    {
        int line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        string text = trivia.ToString().TrimEnd();
        return new CellError("DirectiveError", message, line, [message, $"  {cell.Name}, line {line}", $"    {text}"]);
    }
}
