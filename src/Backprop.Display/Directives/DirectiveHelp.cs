using System.Text;

namespace Backprop.Display;

/// <summary>What <c>--help</c> and <c>#!lsmagic</c> say about a directive.</summary>
public static class DirectiveHelp
{
    /// <summary><c>#!train net [--epochs 10] [--lr 0.1]</c></summary>
    public static string Usage(Directive directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        IEnumerable<string> arguments = directive.Arguments.Select(a => a.IsRequired ? a.Name : $"[{a.Name}]");
        IEnumerable<string> options = directive.Options
            .Select(o => o.Type == typeof(bool) ? o.Name : $"{o.Name} {Placeholder(o)}")
            .Zip(directive.Options, (text, o) => o.IsRequired ? text : $"[{text}]");
        return string.Join(' ', [directive.Name, .. arguments, .. options]);
    }

    /// <summary>The whole help, as text and as HTML.</summary>
    public static MimeBundle For(Directive directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        DirectiveOption[] all = [.. directive.Arguments, .. directive.Options];
        var table = new Listing(Usage(directive), ["", "meaning"],
            [[directive.Name, directive.Summary], .. all.Select(o => new object?[] { o.Name, Meaning(o) })]);
        return Formatter.ToBundle(table).Add(MimeBundle.Text, Text(directive, all));
    }

    private static string Text(Directive directive, DirectiveOption[] all)
    {
        var text = new StringBuilder($"{directive.Name} {directive.Summary}.\n\n  {Usage(directive)}\n");
        int width = all.Length == 0 ? 0 : all.Max(o => o.Name.Length);
        foreach (DirectiveOption option in all)
            text.Append("\n  ").Append(option.Name.PadRight(width)).Append("  ").Append(Meaning(option));
        return text.ToString();
    }

    private static string Meaning(DirectiveOption option)
    {
        string value = option.Default is null or false ? "" : FormattableString.Invariant($" ({option.Default} unless given)");
        string choices = option.Choices.Count == 0 ? "" : ": " + string.Join(", ", option.Choices);
        return option.Summary + choices + value;
    }

    private static string Placeholder(DirectiveOption option) =>
        option.Type == typeof(int) || option.Type == typeof(long) ? "N" : option.Type == typeof(double) ? "X" : option.Name.TrimStart('-').ToUpperInvariant();
}
