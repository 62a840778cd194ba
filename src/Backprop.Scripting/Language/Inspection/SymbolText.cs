using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>Symbols as a learner reads them: C# with short type names.</summary>
internal static class SymbolText
{
    private const SymbolDisplayMiscellaneousOptions Types =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance;

    private static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: Generics,
        miscellaneousOptions: Types);

    // The type of a default value that is a member of an enumeration counts as its containing type.
    private static readonly SymbolDisplayFormat Parameter = Short
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType
        | SymbolDisplayParameterOptions.IncludeName
        | SymbolDisplayParameterOptions.IncludeParamsRefOut
        | SymbolDisplayParameterOptions.IncludeExtensionThis
        | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <summary>A type's short name: <c>List&lt;int&gt;</c>.</summary>
    public static string Type(ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>A symbol in a line, with the number of its other overloads.</summary>
    public static string OneLine(IReadOnlyList<ISymbol> overloads)
    {
        string first = Signature.Of(overloads[0]).ToString();
        return overloads.Count switch
        {
            1 => first,
            2 => $"{first} (+ 1 overload)",
            _ => string.Create(CultureInfo.InvariantCulture, $"{first} (+ {overloads.Count - 1} overloads)"),
        };
    }

    /// <summary>A parameter: <c>double momentum = 0</c>.</summary>
    public static string Of(IParameterSymbol parameter) => parameter.ToDisplayString(Parameter);

    /// <summary>The name, with type parameters: <c>Select&lt;TSource, TResult&gt;</c>.</summary>
    public static string NameOf(ISymbol symbol) => symbol.ToDisplayString(Short);

    /// <summary>The type in front of a member, with its dot; empty for what stands in a cell or a function.</summary>
    public static string OwnerOf(ISymbol symbol) =>
        symbol.ContainingType is { IsScriptClass: false, IsImplicitlyDeclared: false } owner
        && symbol is not (ILocalSymbol or IParameterSymbol or ITypeParameterSymbol)
        && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            ? Type(owner) + "."
            : "";
}
