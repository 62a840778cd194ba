using Backprop.Display;

namespace Backprop;

/// <summary>
/// Reads the line of a directive where no session of ours does: words, quoted texts, <c>--option value</c>. The host has
/// refused options that there are not; what it lets pass, this names.
/// </summary>
internal static class DirectiveLine
{
    /// <summary>The values by name, those that are not given with their defaults; null where help is asked
    /// for.</summary>
    /// <exception cref="DirectiveException">The line is wrong; the message says where.</exception>
    public static (Dictionary<string, object?> All, HashSet<string> Given)? Read(
        Directive directive, string line, IDirectiveHost host)
    {
        var words = new Queue<string>(Words(line).Skip(1));
        if (words.Contains("--help"))
            return null;
        var texts = new Dictionary<string, string>();
        var free = new Queue<DirectiveOption>(directive.Arguments);
        while (words.TryDequeue(out string? word))
        {
            if (Named(directive, word) is not { } option)
            {
                DirectiveOption argument = free.Count > 0 && !word.StartsWith("--", StringComparison.Ordinal)
                    ? free.Dequeue()
                    : throw new DirectiveException(
                        $"{directive.Name} has no place for {word}. Usage: {DirectiveHelp.Usage(directive)}", word);
                texts[argument.Name] = word;
            }
            else if (option.Type == typeof(bool))
                texts[option.Name] = "true";
            else if (words.TryDequeue(out string? value) && Named(directive, value) is null)
                texts[option.Name] = value;
            else
                throw new DirectiveException($"{option.Name} needs a value: {DirectiveHelp.Usage(directive)}", option.Name);
        }
        return (Values(directive, texts, host), [.. texts.Keys]);
    }

    // The host also allows the name of an argument: #!check --exercise L08.d
    private static DirectiveOption? Named(Directive directive, string word) =>
        directive.Options.FirstOrDefault(o => o.Name == word)
        ?? directive.Arguments.FirstOrDefault(a => "--" + a.Name == word);

    private static Dictionary<string, object?> Values(
        Directive directive, Dictionary<string, string> texts, IDirectiveHost host)
    {
        var values = new Dictionary<string, object?>();
        foreach (DirectiveOption option in directive.Arguments.Concat(directive.Options))
        {
            if (texts.TryGetValue(option.Name, out string? text))
                values[option.Name] = option.Read(text, host);
            else if (option.IsRequired)
                throw new DirectiveException($"{directive.Name} needs {option.Name}: {DirectiveHelp.Usage(directive)}", option.Name);
            else
                values[option.Name] = option.Unset;
        }
        return values;
    }

    private static IEnumerable<string> Words(string line)
    {
        int at = 0;
        while (true)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
                at++;
            if (at == line.Length)
                yield break;
            bool isQuoted = line[at] == '"';
            int start = isQuoted ? at + 1 : at;
            int end = start;
            while (end < line.Length && (isQuoted ? line[end] != '"' : !char.IsWhiteSpace(line[end])))
                end++;
            yield return line[start..end];
            at = isQuoted ? Math.Min(end + 1, line.Length) : end;
        }
    }
}
