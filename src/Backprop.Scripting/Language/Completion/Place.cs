using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>What the text before the cursor leaves room for.</summary>
internal enum Place
{
    /// <summary>A value, a type or the beginning of a statement.</summary>
    Value,

    /// <summary>A word that goes on from a value: <c>x is</c>.</summary>
    BehindValue,

    /// <summary>The word <c>in</c>, behind the variable of a foreach.</summary>
    BehindVariable,

    /// <summary>A name that is being given: nothing can be proposed.</summary>
    NewName,
}

/// <summary>Tells the places apart.</summary>
internal static class Places
{
    extension(Place)
    {
        /// <param name="typed">The name at the cursor in the text up to there.</param>
        /// <param name="name">The name at the cursor in the whole text.</param>
        /// <param name="model">The meaning of the whole text.</param>
        public static Place Of(SyntaxToken typed, SyntaxNode name, SemanticModel model)
        {
            if (typed.Parent is SimpleNameSyntax simple)
                return simple.Parent is ForEachStatementSyntax { InKeyword.IsMissing: true } ? Place.BehindVariable
                    : FollowsValue(simple) ? Place.BehindValue
                    : Place.Value;
            if (typed.Parent is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } })
                return Place.NewName;

            // Two words in a row are a type and a new name, unless the first is a value, or ends its line.
            if (typed.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
                return Place.Value;
            bool isValue = !type.IsVar && IsValue(type.ToString(), name.SpanStart, model);
            return isValue ? Place.BehindValue : Place.NewName;
        }
    }

    private static bool IsValue(string text, int position, SemanticModel model)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        SymbolInfo info =
            model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression);
        return info.Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol;
    }

    // `F() i`: the parser sees two statements, the first without its semicolon.
    private static bool FollowsValue(SimpleNameSyntax name)
    {
        if (name.Parent is not ExpressionStatementSyntax statement)
            return false;
        SyntaxToken before = name.GetFirstToken().GetPreviousToken();
        if (before.Kind() is SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken
            || before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            || before.Parent!.AncestorsAndSelf().Any(n => n is QueryExpressionSyntax))
            return false;
        SyntaxNode? earlier = before.Parent.FirstAncestorOrSelf<SyntaxNode>(n =>
            n is StatementSyntax or MemberDeclarationSyntax);
        return earlier is not null && !earlier.Span.Contains(statement.Span);
    }
}
