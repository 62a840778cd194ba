using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>Finds what is written about a symbol: above it in a cell, or in the XML file beside its assembly.</summary>
internal sealed class Documentation(OwnSources own)
{
    private const int MostInherited = 8;

    private readonly DocumentationFiles files = new();

    /// <summary>What is written about a symbol, or null.</summary>
    public DocumentationComment? Of(ISymbol symbol, CSharpCompilation compilation)
    {
        ISymbol? asked = Definition(symbol);
        for (int i = 0; asked is not null && i < MostInherited; i++, asked = Inherited(asked))
        {
            if (TextOf(asked, compilation) is { } text && DocumentationComment.Parse(text) is { } comment)
                return comment;
        }
        return null;
    }

    private string? TextOf(ISymbol symbol, CSharpCompilation compilation)
    {
        if (SymbolCandidates.IsOwn(symbol))
            return own.RemarksOn(symbol);
        return symbol.GetDocumentationCommentId() is { } id && FileOf(symbol, compilation) is { } file
            ? files.Find(file, symbol.ContainingNamespace?.ToDisplayString() ?? "", id)
            : null;
    }

    private static string? FileOf(ISymbol symbol, CSharpCompilation compilation) =>
        symbol.ContainingAssembly is { } assembly
            ? (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath
            : null;

    private static ISymbol? Definition(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => alias.Target,
        IMethodSymbol { ReducedFrom: { } whole } => whole.OriginalDefinition,
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property.OriginalDefinition,
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or INamespaceSymbol => null,
        _ => symbol.OriginalDefinition,
    };

    // A member without words of its own means what the one that it overrides or implements means.
    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden.OriginalDefinition,
        INamedTypeSymbol or { ContainingType: null } => null,
        _ => symbol.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(
                symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
            ?.OriginalDefinition,
    };
}
