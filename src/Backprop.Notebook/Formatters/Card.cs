using Backprop.Display;

namespace Backprop;

/// <summary>The frame that all outputs share: a head that says what it is, then the body.</summary>
internal static class Card
{
    /// <summary>A card.</summary>
    /// <param name="name">What it is: the name of its type, most often.</param>
    /// <param name="about">What else the head says.</param>
    /// <param name="end">What stands at the head's right end; may be empty.</param>
    /// <param name="body">What is shown.</param>
    /// <param name="style">Styles of this kind of card alone.</param>
    public static Html Of(string name, Html about, string end, Html body, Html? style = null)
    {
        Html last = end.Length == 0 ? Html.Empty : Html.Of($"<span class=\"end\">{end}</span>");
        string label = end.Length == 0 ? name : $"{name}: {end}";
        return Html.Of(
            $"""
            <figure class="bp-card" id="{CardStyle.Id}" aria-label="{label}">{style}<div class="bp-head"><b>{name}</b>
            {about}{last}</div><div class="bp-body">{body}</div></figure>
            """);
    }

    /// <summary>A card and its text as the formats of an output.</summary>
    public static MimeBundle Bundle(Html card, string text) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(card).Content)
        .Add(MimeBundle.Text, text);

    /// <summary>A few numbers, each under its name.</summary>
    public static Html Statistics(params IEnumerable<(string Name, string Value)> facts) =>
        Statistics("", facts);

    /// <summary>A few numbers, each under its name, in the colour of a role.</summary>
    public static Html Statistics(string role, IEnumerable<(string Name, string Value)> facts)
    {
        IEnumerable<Html> items =
            facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd class=\"{role}\">{f.Value}</dd></div>"));
        return Html.Of($"<dl class=\"bp-stats\">{items}</dl>");
    }

    /// <summary>A remark under a picture or a table.</summary>
    public static Html Caption(string text) => Html.Of($"<p class=\"bp-cap\">{text}</p>");

    /// <summary>A table that scrolls where it is wider than its place.</summary>
    /// <param name="label">What it holds, for who hears it.</param>
    /// <param name="head">The cells of the first row.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="kind">Its class.</param>
    public static Html Table(string label, IEnumerable<Html> head, IEnumerable<Html> rows, string kind = "bp-tbl") =>
        Html.Of(
            $"""
            <div class="bp-scroll" tabindex="0" role="group" aria-label="{label}"><table class="{kind}">
            <thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>
            """);

    /// <summary>The name of a column; numbers stand at its right.</summary>
    public static Html Head(string text, bool isNumber = false) =>
        Html.Of($"<th scope=\"col\"{Class(isNumber)}>{text}</th>");

    /// <summary>A cell.</summary>
    public static Html Cell(string text, bool isNumber = false) => Html.Of($"<td{Class(isNumber)}>{text}</td>");

    private static Html Class(bool isNumber) => isNumber ? new Html(" class=\"n\"") : Html.Empty;
}
