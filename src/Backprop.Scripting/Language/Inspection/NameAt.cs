using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>What the name at the cursor, or just before it, stands for.</summary>
internal static class NameAt
{
    /// <summary>The symbol first, then other overloads; empty where there is no name or nobody knows it.</summary>
    public static List<ISymbol> Find(SemanticModel model, int cursor)
    {
        if (Word(model.SyntaxTree.GetRoot(), cursor) is not { Parent: { } node } word)
            return [];
        if (word.IsKind(SyntaxKind.IdentifierToken) && model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node.Parent is ObjectCreationExpressionSyntax creation && IsTypeOf(creation, node))
            return Created(creation, model);

        SymbolInfo info = model.GetSymbolInfo(node);
        IEnumerable<ISymbol?> found = [info.Symbol, .. info.CandidateSymbols, .. model.GetMemberGroup(node)];
        return
        [
            .. found
                .OfType<ISymbol>()
                .Where(symbol => symbol is not ITypeSymbol { TypeKind: TypeKind.Error })
                .Distinct(SymbolEqualityComparer.Default)
                .Where((symbol, i) => i == 0 || !SymbolCandidates.IsHidden(symbol)),
        ];
    }

    // A cursor between two words belongs to the one behind it; else to the one before it.
    private static SyntaxToken? Word(SyntaxNode root, int cursor)
    {
        SyntaxToken token = root.FindToken(cursor);
        if (token.Span.Contains(cursor) && IsWord(token))
            return token;
        SyntaxToken before = cursor > 0 ? root.FindToken(cursor - 1) : default;
        if (before.Span.End != cursor)
            return null;

        // `List<int>` ends in a bracket, and is one name.
        return before.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } ? generic.Identifier
            : IsWord(before) ? before
            : null;
    }

    private static bool IsWord(SyntaxToken token) =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword
        || SyntaxFacts.IsPredefinedType(token.Kind());

    private static bool IsTypeOf(ObjectCreationExpressionSyntax creation, SyntaxNode node) => creation.Type == node;

    // `new Linear`: the class, and how one is made.
    private static List<ISymbol> Created(ObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        if (model.GetSymbolInfo(creation.Type).Symbol is not INamedTypeSymbol type)
            return [];
        ISymbol? bound = model.GetSymbolInfo(creation).Symbol;
        IEnumerable<ISymbol> others = type.InstanceConstructors
            .Where(c => model.IsAccessible(creation.SpanStart, c) && !SymbolCandidates.IsHidden(c));
        IEnumerable<ISymbol> makers = bound is null ? others : others.Prepend(bound);
        return [type, .. makers.Distinct(SymbolEqualityComparer.Default)];
    }
}
