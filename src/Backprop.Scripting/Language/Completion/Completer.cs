using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

// Completion/: what may stand at the cursor. Nothing is offered in remarks, in strings and where a new name is given.

/// <summary>Finds what may stand at the cursor.</summary>
internal sealed class Completer(SessionOptions options, CellModels models)
{
    private readonly OuterNames outer = new(options);

    /// <param name="code">The cell's C#.</param>
    /// <param name="cursor">The cursor in it.</param>
    public Completions Complete(string code, int cursor)
    {
        var text = new CompletionText(code, cursor);
        SyntaxTree tree = text.Whole();
        if (text.MarkerIn(tree)?.Parent is not { } name || text.MarkerIn(text.UpToCursor) is not { } typed)
            return Completions.None(cursor);
        return new Completions(text.Start, cursor, Items(tree, name, typed, text.Prefix));
    }

    private List<Completion> Items(SyntaxTree tree, SyntaxNode name, SyntaxToken typed, string prefix)
    {
        // A namespace that the text imports may lie in an assembly that no cell has needed so far.
        bool imports = tree.GetCompilationUnitRoot().Usings.Count > 0;
        SemanticModel model = models.ModelOf(tree, everything: imports);
        if (Receiver.Before(name) is { } left)
            return Members(left, name, model, prefix);
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } use)
            return Namespaces(use, typed, model, prefix);
        return Place.Of(typed, name, model) switch
        {
            Place.Value => Names(name, typed, model, prefix),
            Place.BehindValue => Ranking.Choose(Keywords.Operators.Select(Word), prefix, NothingFits),
            Place.BehindVariable => Ranking.Choose([Word("in")], prefix, NothingFits),
            _ => [],
        };
    }

    private List<Completion> Members(ExpressionSyntax left, SyntaxNode name, SemanticModel model, string prefix)
    {
        Receiver? receiver = Receiver.Of(left, model);
        bool narrow = receiver is null or { Container: INamespaceSymbol };
        if (narrow)
        {
            model = models.ModelOf(model.SyntaxTree, everything: true);
            receiver = Receiver.Of(left, model);
        }
        if (receiver is null)
            return [];
        IEnumerable<ISymbol> members = receiver.Members(model, name.SpanStart);
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } use)
            members = members.Where(member => MayBeUsed(member, use));
        var fitting = new Fitting(name, model);
        return Ranking.Choose(SymbolCandidates.Of(fitting.Usable(members)), prefix, fitting.Fits);
    }

    private static List<Completion> Namespaces(
        UsingDirectiveSyntax use, SyntaxToken typed, SemanticModel model, string prefix)
    {
        IEnumerable<ISymbol> symbols = model.LookupNamespacesAndTypes(use.SpanStart).Where(s => MayBeUsed(s, use));
        IEnumerable<Candidate> words = Keywords.At(typed).Select(Word);
        return Ranking.Choose(SymbolCandidates.Of(symbols).Concat(words), prefix, NothingFits);
    }

    private List<Completion> Names(SyntaxNode name, SyntaxToken typed, SemanticModel model, string prefix)
    {
        var fitting = new Fitting(name, model);
        IEnumerable<Candidate> named = NamedPlaces.At(name, model);
        if (NamedPlaces.TakesNothingElse(name, model))
            return Ranking.Choose(named, prefix, NothingFits);
        IEnumerable<ISymbol> symbols = fitting.Usable(InReach(name, model));
        IEnumerable<Candidate> candidates =
        [
            .. fitting.Values(),
            .. named,
            .. SymbolCandidates.Of(symbols),
            .. Keywords.At(typed).Select(Word),
        ];
        return Ranking.Choose(candidates, prefix, fitting.Fits);
    }

    // What the text itself declares, as far as the compiler says that it is in reach; then what earlier cells declare.
    private IEnumerable<ISymbol> InReach(SyntaxNode name, SemanticModel model)
    {
        int place = name.SpanStart;
        var own = models.ModelAlone(model.SyntaxTree).LookupSymbols(place)
            .Where(SymbolCandidates.IsOwn)
            .Select(symbol => symbol.Name)
            .ToHashSet();
        IEnumerable<ISymbol> inner = own.SelectMany(known => model.LookupSymbols(place, name: known));
        IEnumerable<ISymbol> inherited = name.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && model.GetDeclaredSymbol(type) is INamedTypeSymbol around
                ? model.LookupSymbols(place, around)
                : [];
        return inner.Concat(inherited)
            .Concat(OuterNames.Imported(model))
            .Concat(outer.Of(models.Latest).Where(symbol => !own.Contains(symbol.Name)));
    }

    private static bool MayBeUsed(ISymbol symbol, UsingDirectiveSyntax use) =>
        symbol is INamespaceSymbol
        || (symbol is INamedTypeSymbol && (use.StaticKeyword.RawKind != 0 || use.Alias is not null));

    private static Candidate Word(string word) => new(word, CompletionKind.Keyword, Rank.Word, static () => "");

    private static bool NothingFits(Candidate candidate) => false;
}
