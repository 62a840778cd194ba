using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

/// <summary>
/// The names that a new cell sees before it declares any: of earlier cells, of imported namespaces and classes. The
/// compiler's own search asks every cell for every name, which after 300 cells takes a tenth of a second; so they are
/// listed here, once for each cell that joins the chain.
/// </summary>
internal sealed class OuterNames(SessionOptions options)
{
    private (CSharpCompilation Of, IReadOnlyList<ISymbol> Names)? known;

    /// <summary>The names that the cell after this one sees.</summary>
    public IReadOnlyList<ISymbol> Of(CSharpCompilation latest)
    {
        if (known is not { } found || found.Of != latest)
            known = found = (latest, [.. Declared(latest), .. Imported(latest)]);
        return found.Names;
    }

    /// <summary>What the <c>using</c> lines of a text bring in.</summary>
    public static IEnumerable<ISymbol> Imported(SemanticModel model) =>
        model.SyntaxTree.GetCompilationUnitRoot().Usings.SelectMany(use => Imported(use, model));

    // The newest first; where a cell declares a name again, the older one is out of reach.
    private static List<ISymbol> Declared(CSharpCompilation latest)
    {
        var names = new List<ISymbol>();
        var taken = new HashSet<string>();
        foreach (CSharpCompilation cell in Chain(latest).Where(cell => cell.ScriptClass is not null))
        {
            var visible = cell.ScriptClass!.GetMembers().Where(m => !taken.Contains(m.Name)).ToList();
            names.AddRange(visible);
            taken.UnionWith(visible.Select(m => m.Name));
        }
        return names;
    }

    private List<ISymbol> Imported(CSharpCompilation latest)
    {
        var names = new List<ISymbol>(latest.GlobalNamespace.GetMembers().Where(IsVisible));
        foreach (string space in options.Usings)
            names.AddRange(TypesOf(Namespace(latest, space)));
        foreach (string type in options.StaticUsings)
            names.AddRange(StaticsOf(latest.GetTypeByMetadataName(type)));
        foreach (CSharpCompilation cell in Chain(latest))
        {
            foreach (SyntaxTree tree in cell.SyntaxTrees.Where(t => t.GetCompilationUnitRoot().Usings.Count > 0))
                names.AddRange(Imported(cell.GetSemanticModel(tree)));
        }
        return names;
    }

    private static IEnumerable<CSharpCompilation> Chain(CSharpCompilation latest)
    {
        CSharpCompilation? cell = latest;
        for (; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
            yield return cell;
    }

    private static IEnumerable<ISymbol> Imported(UsingDirectiveSyntax use, SemanticModel model)
    {
        if (use.Alias is not null)
            return model.GetDeclaredSymbol(use) is { } alias ? [alias] : [];
        return model.GetSymbolInfo(use.NamespaceOrType).Symbol switch
        {
            INamespaceSymbol space => TypesOf(space),
            INamedTypeSymbol type when use.StaticKeyword.RawKind != 0 => StaticsOf(type),
            _ => [],
        };
    }

    private static INamespaceSymbol? Namespace(CSharpCompilation compilation, string name)
    {
        INamespaceSymbol? found = compilation.GlobalNamespace;
        foreach (string part in name.Split('.'))
            found = found?.GetNamespaceMembers().FirstOrDefault(child => child.Name == part);
        return found;
    }

    private static IEnumerable<ISymbol> TypesOf(INamespaceSymbol? space) =>
        space?.GetTypeMembers().Where(IsVisible) ?? Enumerable.Empty<ISymbol>();

    private static IEnumerable<ISymbol> StaticsOf(INamedTypeSymbol? type) =>
        type?.GetMembers().Where(m => IsVisible(m) && (m.IsStatic || m is INamedTypeSymbol))
        ?? Enumerable.Empty<ISymbol>();

    private static bool IsVisible(ISymbol symbol) =>
        symbol is INamespaceSymbol || symbol.DeclaredAccessibility == Accessibility.Public;
}
