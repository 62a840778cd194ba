using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

/// <summary>What a text would mean as the next cell. It stands on the chain as it is and leaves no trace.</summary>
internal sealed class CellModels(SessionOptions options, CellReferences references, SubmissionChain chain)
{
    private readonly CellCompilations compilations = new(options);
    private readonly Resolver resolver = new(options.Folder);
    private CSharpCompilation? start;
    private ((CSharpCompilation?, int) Of, CSharpCompilation Wide)? widened;

    /// <summary>The grammar of a text, directive lines aside.</summary>
    public static SyntaxTree Parse(string code) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), CellCompilations.ParseOptions);

    /// <summary>The meaning of a text.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="everything">Whether all of .NET may be named, which costs more.</param>
    public SemanticModel ModelOf(SyntaxTree tree, bool everything = false) =>
        ModelOf(tree, everything ? Wide() : Latest);

    /// <summary>What a text means without the cells before it.</summary>
    public SemanticModel ModelAlone(SyntaxTree tree) => ModelOf(tree, Start);

    /// <summary>The cell on which the text stands.</summary>
    public CSharpCompilation Latest => chain.NewPackages.Count > 0 ? Wide() : chain.Latest ?? Start;

    // Before the first cell ran an empty one stands for it, so that its references are read once.
    private CSharpCompilation Start => start ??= compilations.Create(0, null, null, references.Basic, resolver);

    private SemanticModel ModelOf(SyntaxTree tree, CSharpCompilation previous) =>
        compilations.Create(0, tree, previous, null, resolver).GetSemanticModel(tree);

    private CSharpCompilation Wide()
    {
        var latest = (chain.Latest, chain.NewPackages.Count);
        if (widened is not { } known || known.Of != latest)
        {
            IEnumerable<MetadataReference> all = references.Everything.Concat(chain.NewPackages);
            widened = known = (latest, compilations.Create(0, null, chain.Latest, all, resolver));
        }
        return known.Wide;
    }

    /// <summary>Finds what <c>#r "file.dll"</c> names, as the session will once the cell runs.</summary>
    private sealed class Resolver(string folder) : MetadataReferenceResolver
    {
        private readonly ConcurrentDictionary<(string, DateTime), PortableExecutableReference> opened = [];

        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties)
        {
            string[] places = [Path.Combine(folder, reference), CellReferences.FrameworkPath(reference)];
            if (places.FirstOrDefault(File.Exists) is not { } path)
                return [];
            return [opened.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), Open)];
        }

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private static PortableExecutableReference Open((string Path, DateTime Written) file) =>
            MetadataReference.CreateFromFile(file.Path);
    }
}
