using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>Finds a next step for the compile errors that learners meet most.</summary>
internal sealed class Hints(CSharpCompilation compilation, SessionOptions options, CellSources sources)
{
    public string? For(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        SyntaxNode node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        SemanticModel model = compilation.GetSemanticModel(tree);
        return error.Id switch
        {
            "CS1002" => UsingVariable(node),
            "CS0103" when IsQualifier(node) => NameHints.MissingUsing(node, compilation) ?? NameHints.Name(node, model),
            "CS0103" => NameHints.Name(node, model) ?? NameHints.MissingUsing(node, compilation),
            "CS0246" => NameHints.MissingUsing(node, compilation) ?? NameHints.Name(node, model),
            "CS0117" or "CS1061" => NameHints.Member(node, model),
            "CS0029" or "CS0266" => RedefinedType.Hint(error, sources),
            "CS1503" => RedefinedType.Hint(error, sources) ?? HiddenFunction.Hint(node, model, compilation, options),
            "CS0123" or "CS0407" or "CS1950" => HiddenFunction.Hint(node, model, compilation, options),
            _ => null,
        };
    }

    // `Regex` in `Regex.IsMatch(…)`: a type that lacks its using, more likely than a mistyped variable.
    private static bool IsQualifier(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax access && access.Expression == node;

    // A script takes `using var` at the top for `using NAMESPACE` without its semicolon.
    private static string? UsingVariable(SyntaxNode node) =>
        node.SyntaxTree.GetCompilationUnitRoot().Usings.Any(u => u.SemicolonToken.IsMissing)
            ? "A cell takes `using` at the top for a namespace: write `using (var x = …) { … }` for a variable."
            : null;
}
