using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Backprop.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Scripting;

// Submissions/: from a cell's text to code that can run. It runs nothing itself.

/// <summary>Compiles cells one after the other, so that each sees what earlier ones declared.</summary>
/// <remarks>
/// References go with the first submission only and are inherited from there: passing them with each leaks 3 MB a cell.
/// A cell that declares nothing leaves the chain again and costs later cells nothing.
/// </remarks>
internal sealed class SubmissionChain
{
    /// <summary>Cells come with lines for their errors.</summary>
    public static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Cells that name something unknown are compiled once more against all of .NET.
    private static readonly HashSet<string> MayLackReference =
        ["CS0012", "CS0103", "CS0117", "CS0234", "CS0246", "CS0656", "CS1061", "CS1069", "CS1070"];

    private readonly CellReferences references;
    private readonly ReferenceResolver resolver;
    private readonly SessionOptions options;
    private readonly CellSources sources;
    private readonly CellCompilations compilations;
    private readonly SessionPackages packages = new(PackageStore.OfUser());
    private readonly AssemblyLoadContext loaded = new("cells");
    private CSharpCompilation? previous;
    private object?[] slots = new object?[16];
    private int compiled;
    private int chained;
    private bool hasEverything;
    private bool hasNewPackages;

    public SubmissionChain(SessionOptions options, CellReferences references, CellSources sources)
    {
        (this.options, this.references, this.sources) = (options, references, sources);
        compilations = new CellCompilations(options);
        resolver = new ReferenceResolver(options.Folder);
        loaded.Resolving += resolver.Load;
        loaded.Resolving += packages.Load;
        loaded.ResolvingUnmanagedDll += packages.LoadNative;
    }

    /// <summary>The lines that the code of cells comes from.</summary>
    public CellSymbols Symbols { get; } = new();

    /// <summary>The variables that cells declared, each name once, the newest last.</summary>
    public IReadOnlyList<SessionVariable> Variables => SubmissionVariables.Of(slots.AsSpan(1, chained));

    /// <summary>Gives a variable a value.</summary>
    /// <returns>Whether there is one of that name that takes it.</returns>
    public bool Assign(string name, object? value) => SubmissionVariables.Assign(slots.AsSpan(1, chained), name, value);

    /// <summary>The last cell that stays in the chain, on which the next one stands; null before the first.</summary>
    public CSharpCompilation? Latest => Volatile.Read(ref previous);

    /// <summary>Packages that the next cell brings into the chain; empty where there are none.</summary>
    public IReadOnlyList<MetadataReference> NewPackages =>
        Volatile.Read(ref hasNewPackages) ? [.. packages.References] : [];

    /// <summary>The object that holds the variables of a chained cell; null where the cell has not begun.</summary>
    /// <param name="scriptClass">The class that the compiler made of the cell.</param>
    public object? VariablesOf(string scriptClass) =>
        Volatile.Read(ref slots).FirstOrDefault(holder => holder?.GetType().Name == scriptClass);

    /// <summary>Fetches a package, which the next cell compiles against.</summary>
    /// <exception cref="DirectiveException">It is not to be had.</exception>
    public async Task AddPackage(string line, CancellationToken cancel) =>
        hasNewPackages |= await packages.Add(line, cancel);

    /// <summary>What is wrong with a cell's grammar, or null.</summary>
    public CellError? SyntaxError(Cell cell) => SyntaxError(Parse(cell).Tree);

    /// <summary>Compiles a cell; where it does not compile, gives the error instead.</summary>
    public Submission? Compile(Cell cell, out CellError? error)
    {
        compiled++;
        (SyntaxTree tree, string path) = Parse(cell);
        error = SyntaxError(tree);
        if (error is not null)
            return null;

        bool asksForLibrary = hasNewPackages || tree.GetCompilationUnitRoot().GetReferenceDirectives().Count > 0;
        IEnumerable<MetadataReference>? with = previous is null ? references.Basic : null;
        Emitted emitted = EmitGuarded(tree, with);
        bool widened = hasNewPackages
            || (!hasEverything && (asksForLibrary || emitted.Errors.Any(e => MayLackReference.Contains(e.Id))));
        if (widened)
            emitted = EmitGuarded(tree, with = [.. references.Everything, .. packages.References]);

        // Errors are told of the learner's own text. Should that compile where the guarded one does not, it runs.
        if (emitted.Errors.Count > 0)
            emitted = Emit(Create(tree, with), tree);
        if (emitted.Errors.Count > 0)
        {
            error = CompileErrors.Describe(emitted.Errors, emitted.Compilation, options, sources);
            return null;
        }

        var submission = new Submission(path, emitted.Compilation, emitted.Tree, Load(emitted));
        hasEverything |= widened;
        hasNewPackages = false;
        if (widened || Declarations.IsIn(tree))
            (previous, chained) = (emitted.Compilation, chained + 1);
        return submission;
    }

    private (SyntaxTree Tree, string Path) Parse(Cell cell)
    {
        SourceText text = SourceText.From(cell.Code, Encoding.UTF8);
        string path = sources.Add(cell.Name, text);
        return (CSharpSyntaxTree.ParseText(text, CellCompilations.ParseOptions, path), path);
    }

    // As the compiler does: where the grammar is broken, what follows from that is not told.
    private CellError? SyntaxError(SyntaxTree tree)
    {
        List<Diagnostic> slips = [.. tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
        return slips.Count == 0 ? null : CompileErrors.Describe(slips, Create(tree, with: null), options, sources);
    }

    private Emitted EmitGuarded(SyntaxTree tree, IEnumerable<MetadataReference>? with)
    {
        if (!ExpressionLambdas.AreQueriesIn(tree))
        {
            SyntaxTree guarded = Guarded(tree, ExpressionLambdas.Guessed);
            Emitted guessed = Emit(Create(guarded, with, Files(tree)), guarded);
            if (guessed.Errors.Count == 0 || !ExpressionLambdas.AreIn(tree))
                return guessed;
        }
        CSharpCompilation typed = Create(tree, with);
        SyntaxTree known = Guarded(tree, new ExpressionLambdas(() => typed.GetSemanticModel(tree)));
        GuardedFiles? files = Files(tree);
        return Emit(
            files is null ? CellCompilations.WithText(typed, tree, known) : Create(known, with, files),
            known);
    }

    private static SyntaxTree Guarded(SyntaxTree tree, ExpressionLambdas lambdas) =>
        CSharpSyntaxTree.ParseText(GuardWriter.Write(tree, lambdas), CellCompilations.ParseOptions, tree.FilePath);

    private GuardedFiles? Files(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().GetLoadDirectives().Count > 0 ? new GuardedFiles(options.Folder) : null;

    private static Emitted Emit(CSharpCompilation compilation, SyntaxTree tree)
    {
        var (code, symbols) = (new MemoryStream(), new MemoryStream());
        EmitResult result = compilation.Emit(code, symbols, options: EmitOptions);
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return new Emitted(compilation, tree, code, symbols, result.Success, errors);
    }

    private CSharpCompilation Create(
        SyntaxTree tree, IEnumerable<MetadataReference>? with, SourceReferenceResolver? files = null) =>
        compilations.Create(compiled, tree, previous, with, resolver, files);

    private Func<Task<object?>> Load(Emitted emitted)
    {
        // A cell of remarks and using lines has no code.
        if (!emitted.HasCode)
            return static () => Task.FromResult<object?>(null);
        emitted.Code.Position = 0;
        emitted.Symbols.Position = 0;
        Assembly assembly = loaded.LoadFromStream(emitted.Code, emitted.Symbols);
        emitted.Symbols.Position = 0;
        Symbols.Add(assembly, emitted.Symbols);
        IMethodSymbol entry = emitted.Compilation.GetEntryPoint(CancellationToken.None)!;
        MethodInfo method = assembly
            .GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var factory = method.CreateDelegate<Func<object?[], Task<object?>>>();

        // Slot 0 is for a host object, which we have none of; each chained cell keeps its variables in the next slot.
        if (slots.Length < chained + 2)
            Array.Resize(ref slots, slots.Length * 2);
        object?[] array = slots;
        return () => factory(array);
    }

    private sealed record Emitted(
        CSharpCompilation Compilation,
        SyntaxTree Tree,
        MemoryStream Code,
        MemoryStream Symbols,
        bool HasCode,
        List<Diagnostic> Errors);
}
