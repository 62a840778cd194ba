using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>Candidates from symbols: those that a person would write, overloads once.</summary>
internal static class SymbolCandidates
{
    // Namespaces of the runtime's own parts.
    private static readonly HashSet<string> NotForCells = ["FxResources", "Internal", "Interop", "MS"];

    /// <summary>One candidate for each name.</summary>
    public static IEnumerable<Candidate> Of(IEnumerable<ISymbol> symbols) =>
        symbols
            .Where(IsForCells)
            .GroupBy(symbol => (symbol.Name, IsMethod: symbol is IMethodSymbol))
            .Select(overloads => Of([.. overloads]));

    /// <summary>Whether a person would write its name.</summary>
    public static bool IsForCells(ISymbol symbol) =>
        symbol.CanBeReferencedByName
        && !symbol.Name.StartsWith("__", StringComparison.Ordinal)
        && symbol is not IMethodSymbol { Name: "Finalize" or "MemberwiseClone" }
        && !(symbol is INamespaceSymbol && NotForCells.Contains(symbol.Name))
        && !IsHidden(symbol);

    /// <summary>Whether its author keeps it from the eyes of those who type.</summary>
    public static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(IsHiding);

    /// <summary>What a symbol is, as a front end shows it.</summary>
    public static CompletionKind KindOf(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => KindOf(alias.Target),
        INamespaceSymbol => CompletionKind.Namespace,
        ITypeParameterSymbol => CompletionKind.TypeParameter,
        INamedTypeSymbol type => KindOf(type.TypeKind),
        IMethodSymbol => CompletionKind.Method,
        IPropertySymbol { ContainingType.IsScriptClass: false } => CompletionKind.Property,
        IEventSymbol => CompletionKind.Event,
        IParameterSymbol => CompletionKind.Parameter,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CompletionKind.EnumMember,
        IFieldSymbol { ContainingType.IsScriptClass: false } => CompletionKind.Field,
        _ => CompletionKind.Variable,
    };

    /// <summary>Whether a cell declares it.</summary>
    public static bool IsOwn(ISymbol symbol) => symbol.Locations.Any(place => place.IsInSource);

    private static Candidate Of(IReadOnlyList<ISymbol> overloads)
    {
        ISymbol first = overloads[0];
        return new Candidate(NameOf(first), KindOf(first), RankOf(first), () => SymbolText.OneLine(overloads))
        {
            Symbol = first,
        };
    }

    private static CompletionKind KindOf(TypeKind kind) => kind switch
    {
        TypeKind.Struct => CompletionKind.Struct,
        TypeKind.Interface => CompletionKind.Interface,
        TypeKind.Enum => CompletionKind.Enum,
        TypeKind.Delegate => CompletionKind.Delegate,
        _ => CompletionKind.Class,
    };

    private static Rank RankOf(ISymbol symbol)
    {
        if (IsOwn(symbol) && symbol is not INamespaceSymbol)
            return Rank.Own;
        return symbol.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_Enum
            ? Rank.Common
            : Rank.Other;
    }

    // A variable may be called @class.
    private static string NameOf(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    private static bool IsHiding(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "ObsoleteAttribute" => true,
        "EditorBrowsableAttribute" =>
            attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }],
        _ => false,
    };
}
