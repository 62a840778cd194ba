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

    /// <summary>The functions that may be meant, the one that the compiler takes first.</summary>
    public List<IMethodSymbol> Functions(SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(Call);
        IEnumerable<ISymbol?> found = [info.Symbol, .. info.CandidateSymbols, .. Group(model)];
        return
        [
            .. found.OfType<IMethodSymbol>()
                .Where(function => !SymbolCandidates.IsHidden(function))
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>The parameters that an argument may be for, one for each function that may be meant.</summary>
    public IEnumerable<IParameterSymbol> ParametersOf(ArgumentSyntax argument, SemanticModel model)
    {
        int index = Arguments.Arguments.IndexOf(argument);
        return ParameterLists(model).Select(list => Parameter(list, index)).OfType<IParameterSymbol>();
    }

    /// <summary>The parameters of each function that may be meant and that takes an argument at this place.</summary>
    public IEnumerable<IReadOnlyList<IParameterSymbol>> ParameterLists(SemanticModel model)
    {
        if (Call is ElementAccessExpressionSyntax element)
        {
            ITypeSymbol? type = model.GetTypeInfo(element.Expression).Type;
            return type?.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsIndexer).Select(p => p.Parameters)
                .Cast<IReadOnlyList<IParameterSymbol>>() ?? [];
        }
        return Functions(model).Select(f => (IReadOnlyList<IParameterSymbol>)f.Parameters);
    }

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
    public int IndexAt(int position) => Arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < position);

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

    private IEnumerable<ISymbol> Group(SemanticModel model) => Call switch
    {
        InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression),
        BaseObjectCreationExpressionSyntax creation => ConstructorsOf(model.GetTypeInfo(creation).Type, model, creation),
        _ => [],
    };

    private static IEnumerable<ISymbol> ConstructorsOf(ITypeSymbol? type, SemanticModel model, SyntaxNode at) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named
            ? named.InstanceConstructors.Where(c => model.IsAccessible(at.SpanStart, c))
            : [];
}
