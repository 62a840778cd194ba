using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>Puts the text of a cell on top of the cell before it, as the compiler sees them.</summary>
internal sealed class CellCompilations(SessionOptions options)
{
    private static readonly Lock Binding = new();

    /// <summary>The C# of cells.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <param name="number">The cell's number, from 1; 0 for a text that will not run.</param>
    /// <param name="tree">The cell, or null for an empty one.</param>
    /// <param name="previous">The cell before it, or null for the first.</param>
    /// <param name="references">Assemblies beside those of the cells before.</param>
    /// <param name="resolver">Finds what the cell's own <c>#r</c> lines name.</param>
    /// <param name="files">Finds what the cell's own <c>#load</c> lines name; null for files beside the
    /// notebook.</param>
    public CSharpCompilation Create(
        int number,
        SyntaxTree? tree,
        CSharpCompilation? previous,
        IEnumerable<MetadataReference>? references,
        MetadataReferenceResolver resolver,
        SourceReferenceResolver? files = null)
    {
        var settings = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: $"{LearnerTerms.ScriptClass}{number}",
            usings: previous is null ? options.Usings.Concat(options.StaticUsings) : null,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataReferenceResolver: resolver,
            sourceReferenceResolver: files ?? new SourceFileResolver([], options.Folder),
            nullableContextOptions: NullableContextOptions.Annotations);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"cell#{number}", tree, references, settings, previous, typeof(object));

        return Bound(compilation);
    }

    /// <summary>The same with another text of the cell, which has the same <c>#</c> lines.</summary>
    public static CSharpCompilation WithText(CSharpCompilation compilation, SyntaxTree old, SyntaxTree tree) =>
        Bound(compilation.ReplaceSyntaxTree(old, tree));

    // The compiler shares what it reads of an assembly between compilations, and sessions share assemblies. Where two
    // bind at once, each makes its own `byte[]`, and a later cell may be given the one that its variables do not have.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        lock (Binding)
            _ = compilation.Assembly;
        return compilation;
    }
}
