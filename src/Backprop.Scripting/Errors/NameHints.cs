using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Suggests the name that was meant, or the <c>using</c> line that is missing.</summary>
internal static class NameHints
{
    private const int MostNamespaces = 3;

    /// <summary>The closest name of anything that can be named at this place, the cells' own names first.</summary>
    public static string? Name(SyntaxNode node, SemanticModel model) =>
        node is SimpleNameSyntax name ? Closest(name, model.LookupSymbols(node.SpanStart)) : null;

    /// <summary>The closest name of a member of the object or the class before the dot.</summary>
    public static string? Member(SyntaxNode node, SemanticModel model)
    {
        if (node is not SimpleNameSyntax name || node.Parent is not MemberAccessExpressionSyntax access)
            return null;
        ITypeSymbol? type =
            model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol;
        if (type is null)
            return null;
        return Closest(name, model.LookupSymbols(node.SpanStart, type, includeReducedExtensionMethods: true));
    }

    /// <summary>The namespaces that have a public type of this name.</summary>
    public static string? MissingUsing(SyntaxNode node, CSharpCompilation compilation)
    {
        if (node is not SimpleNameSyntax { Identifier.ValueText: { Length: > 0 } name })
            return null;
        var homes = Namespaces(compilation.GlobalNamespace)
            .Where(home => home.GetTypeMembers(name).Any(t => t.DeclaredAccessibility == Accessibility.Public))
            .Select(home => home.ToDisplayString())
            .Order(StringComparer.Ordinal)
            .Take(MostNamespaces)
            .Select(home => $"`using {home};`")
            .ToList();
        return homes.Count == 0 ? null : $"`{name}` needs a line at the top of the cell: {string.Join(" or ", homes)}";
    }

    private static string? Closest(SimpleNameSyntax name, IEnumerable<ISymbol> symbols)
    {
        string typed = name.Identifier.ValueText;
        var candidates = symbols.Where(s => s.CanBeReferencedByName).OrderBy(s => IsOwn(s) ? 0 : 1).Select(s => s.Name);
        return Spelling.Closest(typed, candidates) is { } meant ? $"Did you mean `{meant}`?" : null;
    }

    private static bool IsOwn(ISymbol symbol) => symbol.Locations.Any(place => place.IsInSource);

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol root) =>
        root.GetNamespaceMembers().SelectMany(child => Namespaces(child).Prepend(child));
}
