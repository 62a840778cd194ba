using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.System.Tests.Architecture;

/// <summary>Which folder of the library may see which. Folders are not namespaces, so the compiler cannot hold this.</summary>
public class FolderArrowTests
{
    // Upper floors see lower ones. Folders on one floor see each other only where the floor says so.
    private static readonly string[][] Floors =
    [
        ["Formulas"],
        ["Devices"],
        ["Tensors", "Ops", "Autograd"],
        ["Compiler", "Graphs"],
        ["Nn", "Optim", "Data"],
        ["Serialization"],
        ["Training", "Tuning"],
    ];

    private static readonly string[] SeeEachOther = ["Tensors", "Ops", "Autograd"];

    [Fact]
    public void Folders_of_the_library_see_only_lower_floors()
    {
        var trees = Tree.Sources("src/Backprop").Select(Tree.Parse).ToList();
        CSharpCompilation compilation = Compile(trees);

        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            string from = FolderOf(tree);
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                foreach (string to in FoldersOf(model.GetSymbolInfo(name).Symbol).Where(to => !MaySee(from, to)))
                    wrong.Add($"{from} → {to}: {Tree.Relative(tree.FilePath)} uses {name.Identifier.ValueText}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_library_has_a_floor()
    {
        IEnumerable<string> folders = Tree.Sources("src/Backprop").Select(f => FolderOf(Tree.Relative(f))).Distinct();
        Assert.Empty(folders.Except(Floors.SelectMany(f => f)));
    }

    private static CSharpCompilation Compile(List<SyntaxTree> trees)
    {
        string framework = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        IEnumerable<MetadataReference> references = framework.Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
        const string usings = """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Threading; global using System.Threading.Tasks;
            """;
        SyntaxTree implicitUsings = CSharpSyntaxTree.ParseText(usings, new CSharpParseOptions(LanguageVersion.Preview));
        return CSharpCompilation.Create("Backprop", [.. trees, implicitUsings], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    // A partial type stands in several files: what counts is where the member that is used stands.
    private static List<string> FoldersOf(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol)
            return [];
        var folders = symbol.DeclaringSyntaxReferences.Select(r => FolderOf(r.SyntaxTree)).Where(f => f.Length > 0).Distinct().ToList();
        return folders.Count == 1 ? folders : [];
    }

    private static bool MaySee(string from, string to)
    {
        if (from == to || from.Length == 0)
            return true;
        int fromFloor = Array.FindIndex(Floors, f => f.Contains(from)), toFloor = Array.FindIndex(Floors, f => f.Contains(to));
        return toFloor < fromFloor || SeeEachOther.Contains(from) && SeeEachOther.Contains(to);
    }

    private static string FolderOf(SyntaxTree tree) => tree.FilePath.Length == 0 ? "" : FolderOf(Tree.Relative(tree.FilePath));

    private static string FolderOf(string relative) => relative.Split('/') is ["src", "Backprop", string folder, _, ..] ? folder : "";
}
