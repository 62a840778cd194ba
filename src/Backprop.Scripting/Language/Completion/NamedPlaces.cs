using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Names that only this place knows: of a called function's arguments, of a created object's members.</summary>
internal static class NamedPlaces
{
    public static IEnumerable<Candidate> At(SyntaxNode name, SemanticModel model)
    {
        if (name.Parent is ArgumentSyntax { NameColon: null } argument && CallAround.Find(argument) is { } call)
            return Arguments(call, argument, model);
        return Initializer(name) is { } initializer ? Members(initializer, name, model) : [];
    }

    /// <summary>Whether nothing but such a name may stand here: what can be created is no collection.</summary>
    public static bool TakesNothingElse(SyntaxNode name, SemanticModel model) =>
        Initializer(name) is { } initializer
        && (!initializer.IsKind(SyntaxKind.CollectionInitializerExpression)
            || model.GetTypeInfo((ExpressionSyntax)initializer.Parent!).Type?.AllInterfaces
                .Any(t => t.SpecialType == SpecialType.System_Collections_IEnumerable) == false);

    private static IEnumerable<Candidate> Arguments(CallAround call, ArgumentSyntax argument, SemanticModel model)
    {
        int index = call.Arguments.Arguments.IndexOf(argument);
        var taken = call.Arguments.Arguments
            .Select(a => a.NameColon?.Name.Identifier.ValueText)
            .OfType<string>()
            .ToHashSet();
        return call.ParameterLists(index, model)
            .SelectMany(parameters => parameters.Skip(index))
            .Where(parameter => !taken.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(p => new Candidate(p.Name + ":", CompletionKind.Argument, Rank.Argument, () => SymbolText.Of(p)));
    }

    // `{ Name` alone is taken for a collection, `{ Name = 1, Other` for the members of an object.
    private static InitializerExpressionSyntax? Initializer(SyntaxNode name)
    {
        bool isSet = name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name;
        SyntaxNode entry = isSet ? name.Parent! : name;
        return entry.Parent is InitializerExpressionSyntax
        {
            Parent: BaseObjectCreationExpressionSyntax or WithExpressionSyntax,
        } initializer
            ? initializer
            : null;
    }

    private static IEnumerable<Candidate> Members(
        InitializerExpressionSyntax initializer, SyntaxNode name, SemanticModel model)
    {
        if (model.GetTypeInfo((ExpressionSyntax)initializer.Parent!).Type is not { TypeKind: not TypeKind.Error } type)
            return [];
        var taken = initializer.Expressions
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left != name)
            .Select(assignment => assignment.Left.ToString())
            .ToHashSet();
        return model.LookupSymbols(name.SpanStart, type)
            .Where(member => CanBeSet(member, name.SpanStart, model) && !taken.Contains(member.Name))
            .Where(SymbolCandidates.IsForCells)
            .Select(member => new Candidate(
                member.Name,
                SymbolCandidates.KindOf(member),
                IsRequired(member) ? Rank.Wanted : Rank.Argument,
                () => Signature.Of(member).ToString()));
    }

    private static bool CanBeSet(ISymbol member, int position, SemanticModel model) => member switch
    {
        { IsStatic: true } => false,
        IPropertySymbol { IsIndexer: false, SetMethod: { } setter } => model.IsAccessible(position, setter),
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        _ => false,
    };

    private static bool IsRequired(ISymbol member) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
