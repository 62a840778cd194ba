using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Which symbols may stand at a place, and which of them are of the type that it wants.</summary>
internal sealed class Fitting
{
    private readonly SyntaxNode name;
    private readonly SemanticModel model;
    private readonly ExpectedTypes expected;
    private readonly List<ITypeSymbol> wanted;
    private readonly bool isCreated;
    private readonly bool isType;

    public Fitting(SyntaxNode name, SemanticModel model)
    {
        (this.name, this.model) = (name, model);
        expected = new ExpectedTypes(model);
        SyntaxNode whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax
            || (whole.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == whole))
            whole = whole.Parent;
        isCreated = whole.Parent is ObjectCreationExpressionSyntax creation && creation.Type == whole;
        isType = whole.Parent is BaseTypeSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax
            || IsTypeArgument(whole)
            || (whole.Parent is CastExpressionSyntax cast && cast.Type == whole)
            || (whole.Parent is ParameterSyntax parameter && parameter.Type == whole);
        wanted = (isCreated ? whole.Parent : whole) is ExpressionSyntax expression ? expected.Of(expression) : [];
    }

    /// <summary>Those of the symbols that may stand here at all.</summary>
    public IEnumerable<ISymbol> Usable(IEnumerable<ISymbol> symbols)
    {
        if (isCreated)
            return symbols.Where(s => s is INamespaceSymbol || CanBeCreated(s));
        if (isType)
            return symbols.Where(s => s is INamespaceOrTypeSymbol);
        return symbols.Where(s => !IsDeclaredLater(s));
    }

    /// <summary>The values of the enumerations and the truth values that the place wants.</summary>
    public IEnumerable<Candidate> Values()
    {
        foreach (ITypeSymbol type in wanted.Select(WithoutNull))
        {
            if (type.SpecialType == SpecialType.System_Boolean)
            {
                foreach (string word in (string[])["false", "true"])
                    yield return new Candidate(word, CompletionKind.Keyword, Rank.Wanted, static () => "");
            }
            if (type.TypeKind != TypeKind.Enum)
                continue;
            string home = type.ToMinimalDisplayString(model, name.SpanStart);
            foreach (IFieldSymbol value in type.GetMembers().OfType<IFieldSymbol>().Where(SymbolCandidates.IsForCells))
            {
                string text = $"{home}.{value.Name}";
                yield return new Candidate(
                    text, CompletionKind.EnumMember, Rank.Wanted, () => Signature.Of(value).ToString())
                {
                    Name = value.Name,
                };
            }
        }
    }

    /// <summary>Whether a candidate has a type that the place wants.</summary>
    public bool Fits(Candidate candidate)
    {
        if (candidate.Rank == Rank.Wanted)
            return true;
        if (wanted.Count == 0 || candidate.Symbol is not { } symbol)
            return false;
        return isCreated
            ? symbol is INamedTypeSymbol type && wanted.Any(w => expected.Converts(type, w))
            : expected.Fit(symbol, wanted);
    }

    // `List<` is, up to there, a comparison.
    private bool IsTypeArgument(SyntaxNode whole) =>
        whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } comparison
        && comparison.Left is IdentifierNameSyntax left
        && model.LookupNamespacesAndTypes(left.SpanStart, name: left.Identifier.ValueText)
            .Any(type => type is INamedTypeSymbol { Arity: > 0 });

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static bool CanBeCreated(ISymbol symbol) =>
        symbol is ITypeParameterSymbol
        || symbol is INamedTypeSymbol
        {
            IsStatic: false, IsAbstract: false,
            TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Delegate,
        };

    // A variable within its own first value, and one of this cell that comes further down.
    private bool IsDeclaredLater(ISymbol symbol) =>
        symbol is ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.DeclaringSyntaxReferences.Any(place =>
            place.SyntaxTree == model.SyntaxTree && place.Span.End >= name.SpanStart);
}
