using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>What may stand at the cursor in a directive's line: its name, its options, their values.</summary>
internal sealed class DirectiveCompleter(SessionDirectives directives, IDirectiveHost host)
{
    /// <param name="line">The line up to the cursor.</param>
    /// <param name="cursor">Where that is in the cell.</param>
    public Completions Complete(string line, int cursor)
    {
        string[] words = line.TrimStart().Split([' ', '\t']);
        string typed = words[^1];
        IEnumerable<Completion> offered = words.Length == 1 ? Names() : Rest(words);
        var items = offered
            .Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(item => item.Text, StringComparer.Ordinal)
            .Take(Completions.MostItems);
        return new Completions(cursor - typed.Length, cursor, [.. items]);
    }

    private IEnumerable<Completion> Names() =>
        directives.All.Where(d => !d.IsHidden).Select(d => new Completion(d.Name, CompletionKind.Directive, d.Summary));

    private IEnumerable<Completion> Rest(string[] words)
    {
        if (directives.Find(words[0]) is not { } directive)
            return [];
        if (directive.Options.FirstOrDefault(o => o.Name == words[^2]) is { } asked && asked.Type != typeof(bool))
            return Values(asked);
        var options = directive.Options
            .Where(o => !words.Contains(o.Name))
            .Select(o => new Completion(o.Name, CompletionKind.Directive, o.Summary));
        return directive.Arguments.SelectMany(Values).Concat(options);
    }

    private IEnumerable<Completion> Values(DirectiveOption option) =>
        option.Offers(host).Select(value => new Completion(value, CompletionKind.Directive, option.Summary));
}
