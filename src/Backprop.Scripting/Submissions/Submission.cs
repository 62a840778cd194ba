using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>A compiled cell, ready to run once.</summary>
internal sealed class Submission(string path, CSharpCompilation compilation, SyntaxTree tree, Func<Task<object?>> run)
{
    /// <summary>What stands for the cell in debug information.</summary>
    public string Path => path;

    /// <summary>Runs the cell. The task's result is the value of its last expression, or null.</summary>
    public Func<Task<object?>> Run => run;

    /// <summary>The line of the last expression, from 1; null where the cell ends in a statement.</summary>
    public int? ValueLine => LastExpression?.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Whether the cell ends in an expression with a value: then even <c>null</c> is shown.</summary>
    public bool HasValue =>
        LastExpression is { } last
        && compilation.GetSemanticModel(tree).GetTypeInfo(last).ConvertedType is { } type
        && type.SpecialType != SpecialType.System_Void;

    private SyntaxList<MemberDeclarationSyntax> Members => tree.GetCompilationUnitRoot().Members;

    private ExpressionSyntax? LastExpression =>
        Members is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }]
            ? (last.SemicolonToken.IsMissing ? last.Expression : null)
            : null;
}
