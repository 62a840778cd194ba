using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop.Checks;

/// <summary>A verdict as a card: first what is not right yet and why, then the parts, then hints folded away.</summary>
internal static partial class VerdictCard
{
    private static readonly string[] HintNames = ["where to look", "the idea", "the steps"];

    /// <summary>Makes verdicts show themselves as a cell's last value.</summary>
    public static void Register() => Formatter.RegisterDefault<Verdict>(ToBundle);

    /// <summary>The verdict in its formats.</summary>
    public static MimeBundle ToBundle(Verdict verdict) =>
        new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(Card(verdict)).Content)
            .Add(MimeBundle.Text, verdict.ToString());

    private static Html Card(Verdict verdict)
    {
        string attempt = verdict.Attempt > 1 ? $"attempt {verdict.Attempt}" : "";
        return Html.Of(
            $"""
            <figure class="bp-card" id="{new Html(Html.IdPrefix)}c" aria-label="{Words(verdict)}">{Style}
            <div class="bp-head"><b>{verdict.Id} {verdict.Title}</b> {State(verdict)} <span>{attempt}</span>
            <span class="end"><b>{verdict.PointsText}</b></span></div>
            <div class="bp-body">{Body(verdict)}</div></figure>
            """);
    }

    private static Html Style => new(
        $"<style>#{Html.IdPrefix}c details{{border:1px solid var(--bp-line);border-radius:4px;background:var(--bp-bg);"
        + $"margin:4px 0 0}}#{Html.IdPrefix}c summary{{padding:6px 12px;font-size:13px;font-weight:600}}"
        + $"#{Html.IdPrefix}c details p{{margin:0;padding:0 12px 10px;max-width:70ch}}"
        + $"#{Html.IdPrefix}c .hints{{margin-top:12px}}#{Html.IdPrefix}c .inside{{padding:0 12px 8px}}"
        + $"#{Html.IdPrefix}c .plain{{margin:0}}</style>");

    private static string Words(Verdict verdict)
    {
        string state = verdict.NotStarted ? "not started" : verdict.Passed ? "passed" : "not yet";
        return $"Exercise {verdict.Id} {verdict.Title}: {state}, {verdict.PointsText}";
    }

    private static Html State(Verdict verdict) => new(
        verdict.NotStarted ? "<span class=\"bp-chip\">○ not started</span>"
        : verdict.Passed ? "<span class=\"bp-chip pass\">✓ passed</span>"
        : "<span class=\"bp-chip fail\">✗ not yet</span>");

    private static Html Body(Verdict verdict)
    {
        if (verdict.NotStarted)
            return Html.Of($"<p class=\"plain\">{Code(Sentence(verdict.Message))}</p>");
        if (verdict.Message.Length > 0)
            return Alarm("warn", "▲", "", Sentence(verdict.Message));
        if (verdict.Passed)
        {
            string count = AllParts(verdict.Parts.Count);
            return Html.Of(
                $"""
                {Alarm("pass", "✓", $"{count} right.", "")}
                <details><summary>The parts</summary><div class="inside">{Table(verdict, null)}</div></details>
                """);
        }
        PartResult? first = verdict.Parts.FirstOrDefault(part => part.State == PartState.NotYet);
        Html alarm = first is null ? Html.Empty : Alarm("warn", "▲", $"{first.Name}:", first.Message);
        return Html.Of($"{alarm}{Table(verdict, first)}{Hints(verdict)}");
    }

    private static string AllParts(int parts) => parts == 1 ? "The only part is" : $"All {parts} parts are";

    private static Html Alarm(string kind, string sign, string head, string message) => Html.Of(
        $"""<div class="bp-alarm {kind}" role="note"><p><b>{sign} {head}</b> {Code(message)}</p></div>""");

    private static Html Table(Verdict verdict, PartResult? above)
    {
        Html head = verdict.Passed ? Html.Empty : new Html("<th role=\"columnheader\">what was seen</th>");
        return Html.Of(
            $"""
            <table class="bp-tbl bp-stack" role="table" aria-label="Parts of the exercise"><thead role="rowgroup">
            <tr role="row"><th role="columnheader">result</th><th role="columnheader">part</th>{head}
            <th class="n" role="columnheader">points</th></tr></thead>
            <tbody role="rowgroup">{verdict.Parts.Select(part => Row(verdict, part, part == above))}</tbody></table>
            """);
    }

    private static Html Row(Verdict verdict, PartResult part, bool above)
    {
        Html message = above ? new Html("see above") : Code(part.Message);
        Html seen = verdict.Passed ? Html.Empty : Html.Of($"<td role=\"cell\" data-l=\"seen\">{message}</td>");
        return Html.Of(
            $"""
            <tr role="row"><td role="cell">{Chip(part.State)}</td><td role="cell">{part.Name}</td>{seen}
            <td class="n" role="cell">{part.Points:0.##}/{part.Max:0.##}</td></tr>
            """);
    }

    private static Html Chip(PartState state) => new(state switch
    {
        PartState.Passed => "<span class=\"bp-chip pass\">✓ passed</span>",
        PartState.NotYet => "<span class=\"bp-chip fail\">✗ not yet</span>",
        _ => "<span class=\"bp-chip\">○ waits</span>",
    });

    private static Html Hints(Verdict verdict)
    {
        if (verdict.Hints.Count == 0)
            return Html.Empty;
        int count = verdict.Hints.Count;
        IEnumerable<Html> hints = verdict.Hints.Select((hint, i) => Html.Of(
            $"<details><summary>Hint {i + 1} of {count}{Purpose(count, i)}</summary><p>{Code(hint)}</p></details>"));
        return Html.Of($"<div class=\"hints\">{hints}</div><p class=\"bp-cap\">Hints cost nothing.</p>");
    }

    private static string Purpose(int count, int hint) => count == HintNames.Length ? $": {HintNames[hint]}" : "";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Escaped text in which `backticks` are code.</summary>
    private static Html Code(string text) =>
        new(Backticks().Replace(Html.Escape(text), "<code>$1</code>"));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
