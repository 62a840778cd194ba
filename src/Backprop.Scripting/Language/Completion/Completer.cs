using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Scripting;

// Completion/: what may stand at the cursor. Nothing is offered in remarks, in strings and where a new name is given.

/// <summary>Finds what may stand at the cursor.</summary>
internal sealed class Completer(SessionOptions options, CellModels models)
{
    public Completions Complete(string code, int cursor)
    {
        if (DirectiveLines.StartAt(code, cursor) is { } line)
            return InDirective(code, line, cursor);
        if (CompletionPaths.Find(code, cursor, options.Folder) is { } paths)
            return paths;

        var text = new CompletionText(code, cursor);
        SyntaxTree tree = text.Whole();
        if (text.MarkerIn(tree)?.Parent is not { } name || text.MarkerIn(text.UpToCursor) is not { } typed)
            return Completions.None(cursor);
        return new Completions(text.Start, cursor, Items(tree, name, typed, text.Prefix));
    }

    private Completions InDirective(string code, int start, int cursor)
    {
        string line = code[start..].Split('\n', 2)[0].TrimEnd('\r');
        if (options.Directives is null || cursor - start > line.Length)
            return Completions.None(cursor);
        Completions found = options.Directives.Complete(line, cursor - start);
        return found with { Start = found.Start + start, End = found.End + start };
    }

    private List<Completion> Items(SyntaxTree tree, SyntaxNode name, SyntaxToken typed, string prefix)
    {
        SemanticModel model = models.ModelOf(tree);
        if (Receiver.Before(name) is { } left)
            return Members(left, name, model, prefix);
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } use)
            return Namespaces(use, typed, models.ModelOf(tree, everything: true), prefix);
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
        return Ranking.Choose([.. SymbolCandidates.Of(symbols), .. Keywords.At(typed).Select(Word)], prefix, NothingFits);
    }

    private static List<Completion> Names(SyntaxNode name, SyntaxToken typed, SemanticModel model, string prefix)
    {
        var fitting = new Fitting(name, model);
        IEnumerable<Candidate> named = NamedPlaces.At(name, model);
        if (NamedPlaces.TakesNothingElse(name, model))
            return Ranking.Choose(named, prefix, NothingFits);
        IEnumerable<ISymbol> symbols = fitting.Usable(model.LookupSymbols(name.SpanStart));
        IEnumerable<Candidate> candidates =
        [
            .. fitting.Values(),
            .. named,
            .. SymbolCandidates.Of(symbols),
            .. Keywords.At(typed).Select(Word),
        ];
        return Ranking.Choose(candidates, prefix, fitting.Fits);
    }

    private static bool MayBeUsed(ISymbol symbol, UsingDirectiveSyntax use) =>
        symbol is INamespaceSymbol
        || (symbol is INamedTypeSymbol && (use.StaticKeyword.RawKind != 0 || use.Alias is not null));

    private static Candidate Word(string word) => new(word, CompletionKind.Keyword, Rank.Word, static () => "");

    private static bool NothingFits(Candidate candidate) => false;
}
