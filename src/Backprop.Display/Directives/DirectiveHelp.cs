using System.Text;

namespace Backprop.Display;

/// <summary>What <c>--help</c> and <c>#!lsmagic</c> say about a directive.</summary>
public static class DirectiveHelp
{
    /// <summary><c>#!train net [--epochs N] [--lr X]</c></summary>
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
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(Card(directive, all)).Content)
            .Add(MimeBundle.Text, Text(directive, all));
    }

    private static Html Card(Directive directive, DirectiveOption[] all)
    {
        IEnumerable<Html> rows = all.Select(o => Html.Of(
            $"""
            <tr><th scope="row" class="mono" style="white-space:nowrap">{o.Name}</th>
            <td>{o.Summary}{Choices(o)}</td><td class="muted">{Unset(o)}</td></tr>
            """));
        Html table = all.Length == 0 ? Html.Empty : Html.Of(
            $"""
            <div class="bp-scroll" tabindex="0" role="group" aria-label="options"><table class="bp-tbl"><thead><tr>
            <th scope="col">option</th><th scope="col">meaning</th><th scope="col">unless given</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
            """);
        return Html.Of(
            $"""
            <figure class="bp-card" aria-label="{directive.Name} {directive.Summary}"><div class="bp-head">
            <b>{directive.Name}</b> <span>{directive.Summary}</span></div>
            <div class="bp-body"><p class="mono" style="margin:0 0 12px">{Usage(directive)}</p>{table}</div></figure>
            """);
    }

    private static Html Choices(DirectiveOption option)
    {
        IEnumerable<Html> choices = option.Choices.Select((c, i) => Html.Of($"{(i > 0 ? ", " : "")}<code>{c}</code>"));
        return option.Choices.Count == 0 ? Html.Empty : Html.Of($"<br>{choices}");
    }

    private static string Unset(DirectiveOption option) =>
        option.IsRequired ? "needed" : option.Default is null or false ? "" : FormattableString.Invariant($"{option.Default}");

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
        option.Type == typeof(int) || option.Type == typeof(long) ? "N"
        : option.Type == typeof(double) ? "X"
        : option.Name.TrimStart('-').ToUpperInvariant();
}
