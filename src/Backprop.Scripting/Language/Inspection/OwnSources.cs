using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Where a cell declares a name: the code as it was typed, and the <c>///</c> remarks above it.</summary>
internal sealed class OwnSources(CellSources sources)
{
    /// <summary>The code of a function or a type; null for other names and for those that no cell declares.</summary>
    public string? CodeOf(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol or ITypeSymbol) || Find(symbol) is not { } node)
            return null;
        string[] lines = node.ToString().ReplaceLineEndings("\n").Split('\n');
        string first = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        int indent = first.Length - first.TrimStart().Length;
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : Outdented(line, indent)));
    }

    /// <summary>The text of the <c>///</c> remarks above a declaration; null where there are none.</summary>
    public string? RemarksOn(ISymbol symbol)
    {
        SyntaxNode? node = Find(symbol);
        SyntaxNode? declaration = node is VariableDeclaratorSyntax
            ? node.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            : node;
        if (declaration is null)
            return null;
        var lines = declaration.GetLeadingTrivia()
            .Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(t => t.ToString())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line[3..])
            .ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    // What the compiler was given may differ from what was typed, so the declaration is looked up in the typed text.
    private SyntaxNode? Find(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var place, ..])
            return null;
        SyntaxNode compiled = place.GetSyntax();
        if (sources.TextOf(place.SyntaxTree.FilePath) is not { } typed)
            return compiled;
        int number = Alike(place.SyntaxTree.GetRoot(), compiled).IndexOf(compiled);
        SyntaxTree tree = CellModels.Parse(typed);
        return Alike(tree.GetRoot(), compiled).ElementAtOrDefault(number);
    }

    private static List<SyntaxNode> Alike(SyntaxNode root, SyntaxNode node) =>
        [.. root.DescendantNodes().Where(n => n.RawKind == node.RawKind && NameOf(n) == NameOf(node))];

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        _ => null,
    };

    private static string Outdented(string line, int indent) =>
        line[Math.Min(indent, line.Length - line.TrimStart().Length)..];
}
