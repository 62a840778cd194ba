using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Tells whether a cell declares anything that a later cell could use.</summary>
internal static class Declarations
{
    public static bool IsIn(SyntaxTree tree)
    {
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        return root.Usings.Count > 0
            || root.Externs.Count > 0
            || root.GetReferenceDirectives().Count > 0
            || root.GetLoadDirectives().Count > 0
            || root.Members.Any(Declares);
    }

    // Top-level variables, functions and types are members; `out var n`, `is int n` and `var (a, b)` hide in
    // statements.
    private static bool Declares(MemberDeclarationSyntax member) =>
        member is not GlobalStatementSyntax { Statement: var statement }
        || statement is LocalDeclarationStatementSyntax
        || statement.DescendantNodes().Any(n => n is SingleVariableDesignationSyntax);
}
