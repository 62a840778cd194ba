using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Tells which functions of a text may come back to themselves, so that they have to mind the stack.</summary>
internal sealed class Calls(SyntaxTree tree)
{
    private HashSet<string>? computed;

    // Properties that run code when they are named.
    private HashSet<string> Computed => computed ??=
    [
        .. from property in tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>()
           where property.ExpressionBody is not null || property.AccessorList!.Accessors.Any(HasBody)
           select property.Identifier.ValueText,
    ];

    /// <summary>
    /// Whether anything but plain arithmetic stands in a function. Operators and overrides are called without being
    /// named (<c>a + b</c>, <c>$"{x}"</c>), and so may any be that does arithmetic on objects.
    /// </summary>
    public bool MayBeIn(SyntaxNode function, SyntaxNode body) =>
        function is OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax
        || function is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        || body.DescendantNodesAndSelf().Any(MayCall);

    private static bool HasBody(AccessorDeclarationSyntax accessor) =>
        accessor.Body is not null || accessor.ExpressionBody is not null;

    private bool MayCall(SyntaxNode node) => node switch
    {
        IdentifierNameSyntax name => Computed.Contains(name.Identifier.ValueText),
        ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax or BlockSyntax => false,
        BinaryExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax => false,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or LiteralExpressionSyntax => false,
        AssignmentExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax => false,
        TypeSyntax or ArrowExpressionClauseSyntax or ElseClauseSyntax => false,
        _ => true,
    };
}
