using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>A call in the text, whole or half written, with its arguments.</summary>
/// <param name="Call">The call, the <c>new</c> or the access by index.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record CallAround(SyntaxNode Call, BaseArgumentListSyntax Arguments)
{
    /// <summary>The call whose argument this is, or null.</summary>
    public static CallAround? Find(ArgumentSyntax argument) =>
        argument.Parent is BaseArgumentListSyntax list ? Of(list) : null;

    /// <summary>The innermost call between whose brackets a place lies, or null.</summary>
    public static CallAround? Find(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(Math.Max(0, Math.Min(position, root.FullSpan.End) - 1));
        return token.Parent?.AncestorsAndSelf()
            .OfType<BaseArgumentListSyntax>()
            .Where(list => IsWithin(list, position))
            .Select(Of)
            .FirstOrDefault(call => call is not null);
    }

    /// <summary>The functions or indexers that may be meant, the one that the compiler takes first.</summary>
    public List<ISymbol> Functions(SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(Call);
        IEnumerable<ISymbol?> found = [info.Symbol, .. info.CandidateSymbols, .. Group(model)];
        return
        [
            .. found.OfType<ISymbol>()
                .Where(function => function is IMethodSymbol or IPropertySymbol { IsIndexer: true })
                .Where(function => !SymbolCandidates.IsHidden(function))
                .Distinct(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>The parameters of a function or an indexer.</summary>
    public static IReadOnlyList<IParameterSymbol> ParametersOf(ISymbol function) => function switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameters that an argument may be for, one for each function that may be meant.</summary>
    public IEnumerable<IParameterSymbol> ParametersFor(ArgumentSyntax argument, SemanticModel model)
    {
        int index = Arguments.Arguments.IndexOf(argument);
        return ParameterLists(index, model)
            .Select(parameters => Parameter(parameters, index))
            .OfType<IParameterSymbol>()
            .Where(parameter => argument.RefKindKeyword.RawKind == 0 || parameter.RefKind != RefKind.None);
    }

    /// <summary>The parameters of each function that may be meant, judging by the arguments before an index.</summary>
    public IEnumerable<IReadOnlyList<IParameterSymbol>> ParameterLists(int index, SemanticModel model) =>
        Functions(model).Select(ParametersOf).Where(parameters => Takes(parameters, index, model));

    /// <summary>Which parameter the argument at an index is for: by its name, else by its place.</summary>
    public IParameterSymbol? Parameter(IReadOnlyList<IParameterSymbol> parameters, int index)
    {
        if (index >= 0 && index < Arguments.Arguments.Count
            && Arguments.Arguments[index].NameColon is { Name.Identifier.ValueText: var name })
            return parameters.FirstOrDefault(p => p.Name == name);
        if (index < parameters.Count)
            return index < 0 ? null : parameters[index];
        return parameters is [.., { IsParams: true } rest] ? rest : null;
    }

    /// <summary>The index of the argument at a place: the number of commas before it.</summary>
    public int IndexAt(int position) =>
        Arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < position);

    private static CallAround? Of(BaseArgumentListSyntax list) => list.Parent switch
    {
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax
            or ElementAccessExpressionSyntax or PrimaryConstructorBaseTypeSyntax => new(list.Parent, list),
        _ => null,
    };

    private static bool IsWithin(BaseArgumentListSyntax list, int position)
    {
        (SyntaxToken open, SyntaxToken close) = list switch
        {
            ArgumentListSyntax a => (a.OpenParenToken, a.CloseParenToken),
            BracketedArgumentListSyntax b => (b.OpenBracketToken, b.CloseBracketToken),
            _ => default,
        };
        return position > open.SpanStart && (close.IsMissing || position <= close.SpanStart);
    }

    private bool Takes(IReadOnlyList<IParameterSymbol> parameters, int index, SemanticModel model)
    {
        var expected = new ExpectedTypes(model);
        for (int i = 0; i < index; i++)
        {
            ITypeSymbol? given = model.GetTypeInfo(Arguments.Arguments[i].Expression).Type;
            if (Parameter(parameters, i) is not { } parameter)
                return false;
            if (given is not null && parameter.Type.TypeKind != TypeKind.TypeParameter
                && !expected.IsGiven(given, parameter))
                return false;
        }
        return true;
    }

    private IEnumerable<ISymbol> Group(SemanticModel model) => Call switch
    {
        ElementAccessExpressionSyntax element when model.GetTypeInfo(element.Expression).Type is { } type =>
            Indexers(type, model, element),
        InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression),
        BaseObjectCreationExpressionSyntax creation =>
            ConstructorsOf(model.GetTypeInfo(creation).Type, model, creation),
        _ => [],
    };

    private static IEnumerable<ISymbol> ConstructorsOf(ITypeSymbol? type, SemanticModel model, SyntaxNode at) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named
            ? named.InstanceConstructors.Where(c => model.IsAccessible(at.SpanStart, c))
            : [];

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol type, SemanticModel model, SyntaxNode at)
    {
        IEnumerable<ITypeSymbol> lines =
            type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Prepend(type) : Bases(type);
        return lines
            .SelectMany(t => t.GetMembers())
            .Where(m => m is IPropertySymbol { IsIndexer: true } && model.IsAccessible(at.SpanStart, m));
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
            yield return t;
    }
}
