using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>
/// Explains why a library function does not fit: a cell declared one of the same name, and that one hides it.
/// </summary>
internal static class HiddenFunction
{
    public static string? Hint(
        SyntaxNode node, SemanticModel model, CSharpCompilation compilation, SessionOptions options)
    {
        SyntaxNode? called = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression;
        return new[] { Identifier(node), called }
            .OfType<IdentifierNameSyntax>()
            .Where(name => model.GetMemberGroup(name).Any(f => f.ContainingType.IsScriptClass))
            .Select(name => Advice(name.Identifier.ValueText, compilation, options))
            .FirstOrDefault(advice => advice is not null);
    }

    private static SyntaxNode Identifier(SyntaxNode node) =>
        node is ArgumentSyntax argument ? argument.Expression : node;

    private static string? Advice(string name, CSharpCompilation compilation, SessionOptions options)
    {
        IMethodSymbol? hidden = options.StaticUsings
            .Select(compilation.GetTypeByMetadataName)
            .SelectMany(type => type is null ? [] : type.GetMembers(name).OfType<IMethodSymbol>())
            .FirstOrDefault();
        if (hidden is null)
            return null;

        var ways = new List<string> { $"`{hidden.ContainingType.Name}.{name}`" };
        if (hidden.Parameters is [var first, ..] && first.Type.GetMembers(name).Any(m => !m.IsStatic))
            ways.Add($"`x.{name}()`");
        if (options.Usings.Any(home => compilation.GetTypeByMetadataName($"{home}.{name}") is { IsStatic: false }))
            ways.Add($"`new {name}()`");
        string advice = string.Join(" or ", ways);
        return $"Your function `{name}` hides the library's: write {advice} for that one, or rename yours.";
    }
}
