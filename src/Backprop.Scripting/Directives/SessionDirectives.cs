using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The directives of a session: found by name, read and run.</summary>
internal sealed class SessionDirectives
{
    private readonly Dictionary<string, Directive> byName = [];
    private readonly Dictionary<Directive, DirectiveParser> parsers = [];

    /// <summary>The built-in ones and the host's; of the same name, the host's.</summary>
    public SessionDirectives(IEnumerable<Directive> added)
    {
        foreach (Directive directive in BuiltInDirectives.All.Concat(added))
        {
            foreach (string name in directive.Aliases.Prepend(directive.Name))
                byName[name] = directive;
        }
    }

    /// <summary>All of them, each once.</summary>
    public IReadOnlyList<Directive> All => [.. byName.Values.Distinct()];

    public Directive? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What is wrong with the parts of a cell before any of them runs, or null.</summary>
    public CellError? Check(IReadOnlyList<CellPart> parts, Cell cell, IDirectiveHost host)
    {
        foreach (CellPart.Call call in parts.OfType<CellPart.Call>())
        {
            if (Find(call.Name) is not { } directive)
                return Describe(Unknown(call.Name), call, cell);
            if (DirectiveParser.AsksForHelp(call.Text))
                continue;
            try
            {
                Parser(directive).Parse(call.Text, host);
            }
            catch (DirectiveException error)
            {
                return Describe(error.Message, call, cell);
            }
        }
        return null;
    }

    /// <summary>Runs one of them.</summary>
    public async Task Run(CellPart.Call call, IDirectiveHost host, Func<Task> rest, CancellationToken cancel)
    {
        Directive directive = Find(call.Name)!;
        if (DirectiveParser.AsksForHelp(call.Text))
        {
            Show.display(DirectiveHelp.For(directive));
            return;
        }
        (Dictionary<string, object?> values, HashSet<string> given) = Parser(directive).Parse(call.Text, host);
        await directive.Run(new DirectiveCall(host, values)
        {
            Given = given,
            Text = call.Body,
            RunRest = rest,
            Cancel = cancel,
        });
    }

    /// <summary>An error that cites the directive's line.</summary>
    public static CellError Describe(string message, CellPart part, Cell cell)
    {
        string text = part switch
        {
            CellPart.Call call => call.Text,
            CellPart.Package package => package.Text,
            _ => "",
        };
        return new CellError("DirectiveError", message, part.Line,
            [message, FormattableString.Invariant($"  {cell.Name}, line {part.Line}"), $"    {text}"]);
    }

    private DirectiveParser Parser(Directive directive)
    {
        if (!parsers.TryGetValue(directive, out DirectiveParser? parser))
            parsers.Add(directive, parser = new DirectiveParser(directive));
        return parser;
    }

    private string Unknown(string name)
    {
        string next = Spelling.Closest(name, byName.Keys) is { } near
            ? $"Did you mean {near}?"
            : "#!lsmagic lists those there are; remove the line, or put // before it.";
        return $"There is no directive `{name}` here. {next}";
    }
}
