using System.Text;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>What <c>--help</c> and <c>#!lsmagic</c> say about a directive.</summary>
internal static class DirectiveHelp
{
    /// <summary><c>#!train net [--epochs 10] [--lr 0.1]</c></summary>
    public static string Usage(Directive directive)
    {
        IEnumerable<string> arguments = directive.Arguments.Select(a => a.IsRequired ? a.Name : $"[{a.Name}]");
        IEnumerable<string> options = directive.Options
            .Select(o => o.Type == typeof(bool) ? o.Name : $"{o.Name} {Placeholder(o)}")
            .Zip(directive.Options, (text, o) => o.IsRequired ? text : $"[{text}]");
        return string.Join(' ', [directive.Name, .. arguments, .. options]);
    }

    /// <summary>The whole help, as text and as HTML.</summary>
    public static MimeBundle For(Directive directive)
    {
        DirectiveOption[] all = [.. directive.Arguments, .. directive.Options];
        return new MimeBundle()
            .Add(MimeBundle.Text, Text(directive, all))
            .Add(MimeBundle.Html, Theme.Output(Markup(directive, all)).Content);
    }

    private static string Text(Directive directive, DirectiveOption[] all)
    {
        var text = new StringBuilder($"{directive.Name} {directive.Summary}.\n\n  {Usage(directive)}\n");
        int width = all.Length == 0 ? 0 : all.Max(o => o.Name.Length);
        foreach (DirectiveOption option in all)
            text.Append("\n  ").Append(option.Name.PadRight(width)).Append("  ").Append(Meaning(option));
        return text.ToString();
    }

    private static Html Markup(Directive directive, DirectiveOption[] all)
    {
        Html rows = Html.Join(all.Select(o =>
            Html.Of($"<tr><th scope=\"row\"><code>{o.Name}</code></th><td>{Meaning(o)}</td></tr>")));
        Html table = all.Length == 0 ? Html.Empty : Html.Of($"<table class=\"bp-table\"><tbody>{rows}</tbody></table>");
        return Html.Of($"<p><code>{directive.Name}</code> {directive.Summary}.</p><pre>{Usage(directive)}</pre>{table}");
    }

    private static string Meaning(DirectiveOption option)
    {
        string value = option.Default is null or false ? "" : FormattableString.Invariant($" ({option.Default} unless given)");
        return option.Summary + value;
    }

    private static string Placeholder(DirectiveOption option) =>
        option.Type == typeof(int) ? "N" : option.Type == typeof(double) ? "X" : option.Name.TrimStart('-').ToUpperInvariant();
}
