using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>What the body of a lambda without braces is.</summary>
internal enum LambdaBody
{
    /// <summary>Not known, or part of an expression tree: it stays as it is.</summary>
    Unknown,

    /// <summary>The lambda returns it.</summary>
    Value,

    /// <summary>It is only done.</summary>
    Statement,
}

/// <summary>Tells what lambdas without braces become, which their text alone does not say.</summary>
/// <remarks>
/// To ask the compiler costs as much as to compile the cell once more. To take each for one with a value is right for
/// most, and safe: where it is not, the guarded text does not compile.
/// </remarks>
/// <param name="find">Gives what the names of the cell mean; null to guess.</param>
internal sealed class ExpressionLambdas(Func<SemanticModel>? find)
{
    private SemanticModel? model;

    /// <summary>Takes every lambda for one with a value, and knows nothing of queries.</summary>
    public static ExpressionLambdas Guessed { get; } = new(null);

    private SemanticModel Model => model ??= find!();

    /// <summary>Whether a text has lambdas without braces.</summary>
    public static bool AreIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(node => node is LambdaExpressionSyntax { Block: null });

    /// <summary>Whether a text has queries, for which a guess would not do.</summary>
    public static bool AreQueriesIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(node => node is QueryExpressionSyntax);

    public LambdaBody KindOf(AnonymousFunctionExpressionSyntax lambda)
    {
        if (find is null)
            return LambdaBody.Value;
        if (Model.GetTypeInfo(lambda).ConvertedType is not { TypeKind: TypeKind.Delegate } || IsInTree(lambda))
            return LambdaBody.Unknown;
        if (Model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol { ReturnType: { } returned } function)
            return LambdaBody.Unknown;
        bool isPlainTask = function.IsAsync && returned is INamedTypeSymbol { Arity: 0 };
        return function.ReturnsVoid || isPlainTask ? LambdaBody.Statement : LambdaBody.Value;
    }

    /// <summary>Whether a lambda or a query becomes an expression tree, or stands within one.</summary>
    public bool IsInTree(ExpressionSyntax expression) =>
        find is null || expression.AncestorsAndSelf().Any(node => node switch
        {
            LambdaExpressionSyntax lambda => IsTree(Model.GetTypeInfo(lambda).ConvertedType),
            QueryExpressionSyntax query => query.DescendantNodes().Any(TakesTree),
            _ => false,
        });

    private bool TakesTree(SyntaxNode clause)
    {
        IMethodSymbol? method = clause switch
        {
            SelectOrGroupClauseSyntax last => Model.GetSymbolInfo(last).Symbol as IMethodSymbol,
            OrderingSyntax ordering => Model.GetSymbolInfo(ordering).Symbol as IMethodSymbol,
            QueryClauseSyntax other => Model.GetQueryClauseInfo(other).OperationInfo.Symbol as IMethodSymbol,
            _ => null,
        };
        return method?.Parameters.Any(parameter => IsTree(parameter.Type)) == true;
    }

    private static bool IsTree(ITypeSymbol? type) =>
        type is { Name: "Expression" or "LambdaExpression", ContainingNamespace.Name: "Expressions" };
}
