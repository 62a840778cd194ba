using System.CommandLine;
using System.CommandLine.Parsing;
using Backprop.Display;
using Directive = Backprop.Display.Directive;

namespace Backprop.Scripting;

/// <summary>Reads the values of a directive's line.</summary>
internal sealed class DirectiveParser
{
    private static readonly ParserConfiguration NoFiles = new() { ResponseFileTokenReplacer = null };

    private readonly Directive directive;
    private readonly Command command;
    private readonly List<(DirectiveOption Option, Symbol Symbol)> symbols = [];

    public DirectiveParser(Directive directive)
    {
        this.directive = directive;
        command = new Command(directive.Name, directive.Summary);
        foreach (string alias in directive.Aliases)
            command.Aliases.Add(alias);
        foreach (DirectiveOption argument in directive.Arguments)
            command.Arguments.Add(Keep(argument, Argument(argument)));
        foreach (DirectiveOption option in directive.Options)
            command.Options.Add(Keep(option, Option(option)));
    }

    /// <summary>Whether the line asks for help and for nothing else.</summary>
    public static bool AsksForHelp(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Any(word => word is "--help" or "-h" or "-?");

    /// <summary>The values by name, those that are not given with their defaults.</summary>
    /// <exception cref="DirectiveException">The line is wrong; the message says where.</exception>
    public (Dictionary<string, object?> Values, HashSet<string> Given) Parse(string line, IDirectiveHost host)
    {
        ParseResult result = command.Parse(ArgumentsOf(line), NoFiles);
        foreach (Token token in result.Tokens.Where(t => t.Type == TokenType.Argument))
        {
            // A free argument would swallow a mistyped option.
            if (token.Value.StartsWith("--", StringComparison.Ordinal))
                throw new DirectiveException(Unknown(token.Value), token.Value);
        }
        if (result.Errors.Count > 0)
            throw Wrong(result.Errors[0], result);
        var values = new Dictionary<string, object?>();
        var given = new HashSet<string>();
        foreach ((DirectiveOption option, Symbol symbol) in symbols)
        {
            string? text = Text(result, symbol, option);
            if (text is not null)
                given.Add(option.Name);
            values[option.Name] = text is null ? option.Unset : option.Read(text, host);
        }
        return (values, given);
    }

    private static string ArgumentsOf(string line) =>
        line.Split([' ', '\t'], 2, StringSplitOptions.TrimEntries) is [_, var rest] ? rest : "";

    private T Keep<T>(DirectiveOption option, T symbol)
        where T : Symbol
    {
        symbols.Add((option, symbol));
        return symbol;
    }

    private static Argument<string?> Argument(DirectiveOption option) => new(option.Name)
    {
        Arity = option.IsRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
    };

    private static Option<string?> Option(DirectiveOption option) => new(option.Name)
    {
        Required = option.IsRequired,
        Arity = option.Type == typeof(bool) ? ArgumentArity.Zero : ArgumentArity.ExactlyOne,
    };

    private static string? Text(ParseResult result, Symbol symbol, DirectiveOption option)
    {
        SymbolResult? found = symbol is Option named ? result.GetResult(named) : result.GetResult((Argument)symbol);
        if (found is null or OptionResult { Implicit: true })
            return null;
        if (found.Tokens.Count > 0)
            return found.Tokens[0].Value;
        return found is OptionResult && option.Type == typeof(bool) ? "true" : null;
    }

    private DirectiveException Wrong(ParseError error, ParseResult result)
    {
        if (result.UnmatchedTokens is [var extra, ..])
            return new DirectiveException(Unknown(extra), extra);
        if (error.SymbolResult is OptionResult { Option.Name: var name, Tokens.Count: 0, IdentifierToken: not null })
            return new DirectiveException($"{name} needs a value: {DirectiveHelp.Usage(directive)}", name);
        DirectiveOption? missing = symbols.Select(s => s.Option).FirstOrDefault(o =>
            o.IsRequired && Text(result, symbols.First(s => s.Option == o).Symbol, o) is null);
        return missing is null
            ? new DirectiveException(error.Message.ReplaceLineEndings(" "))
            : new DirectiveException($"{directive.Name} needs {missing.Name}: {DirectiveHelp.Usage(directive)}", missing.Name);
    }

    private string Unknown(string word)
    {
        string? near = Spelling.Closest(word, directive.Options.Select(o => o.Name));
        string rest = near is null ? $"Usage: {DirectiveHelp.Usage(directive)}" : $"Did you mean {near}?";
        return $"{directive.Name} has no {(word.StartsWith('-') ? "option" : "place for")} {word}. {rest}";
    }
}
