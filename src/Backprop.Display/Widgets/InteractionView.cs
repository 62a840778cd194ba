using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Backprop.Display;

/// <summary>
/// An interaction as an output: a group of radio buttons that shows one state at a time by style alone, so that it works
/// in a saved page. Where a kernel can be reached, the script puts a live control beside it.
/// </summary>
internal static class InteractionView
{
    // An output holds 200 kB; the frame around the states and its styles take some of it.
    private const int MostHtml = 170_000;

    private static readonly string Script = Resource("interact.js");

    public static MimeBundle Of(Interaction interaction) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Card(interaction)).Content)
        .Add(MimeBundle.Text, Text(interaction));

    /// <summary>The state at the start, and which others there are.</summary>
    public static string Text(Interaction interaction)
    {
        IReadOnlyList<InteractionState> all = interaction.States;
        InteractionState start = all[interaction.Start];
        if (all.Count == 1)
            return start.Text;
        string others = string.Join(' ', all.Select((f, i) => i == interaction.Start ? $"[{f.Label}]" : f.Label));
        return $"{interaction.Name}: {others}\n{start.Text}";
    }

    private static Html Card(Interaction interaction)
    {
        List<int> kept = Kept(interaction);
        int all = interaction.States.Count;
        Html choice = all > 1 ? Choice(interaction, kept) : Html.Empty;
        IEnumerable<Html> states = kept.Select(i => Html.Of(
            $"<div class=\"s{i}\">{interaction.States[i].Html}</div>"));
        Html note = kept.Count < all
            ? Html.Of($"<p class=\"bp-cap\">Showing {kept.Count} of {all} positions: more would be too large to keep.</p>")
            : Html.Empty;
        var id = new Html(Html.IdPrefix);
        return Html.Of(
            $"""
            <figure class="bp-card" id="{id}i" aria-label="{Label(interaction)}">{Style(kept, interaction.Start, all)}
            <div class="bp-head"><b>{interaction.Name}</b></div>
            <div class="bp-body">{choice}<div class="live" hidden></div><div class="states">{states}</div>{note}</div>
            {Live(interaction)}</figure>
            """);
    }

    private static string Label(Interaction interaction) => interaction.States.Count == 1
        ? interaction.Name
        : $"{interaction.Name}: {interaction.States.Count} positions from {interaction.States[0].Label} to "
            + interaction.States[^1].Label;

    private static Html Choice(Interaction interaction, List<int> kept)
    {
        var name = new Html(Html.IdPrefix + "p");
        IEnumerable<Html> places = kept.Select(i => Html.Of(
            $"""
            <label><input type="radio" name="{name}" value="{i}"{Checked(i == interaction.Start)}>{interaction.States[i].Label}</label>
            """));
        return Html.Of(
            $"<fieldset class=\"bp-radio\" aria-label=\"{interaction.Name}\">{places}</fieldset>");
    }

    private static Html Checked(bool isChecked) => isChecked ? new Html(" checked") : Html.Empty;

    // Where a browser knows no :has, all states stand one below the other.
    private static Html Style(List<int> kept, int start, int all)
    {
        string own = $"#{Html.IdPrefix}i";
        var css = new StringBuilder($"{own} .bp{{background:none}}");
        if (all == 1)
            return new Html($"<style>{css}</style>");
        css.Append(CultureInfo.InvariantCulture,
            $"{own} .states{{margin-top:12px}}@supports selector(:has(*)){{{own} .states>div{{display:none}}");
        foreach (int i in kept)
            css.Append(CultureInfo.InvariantCulture, $"{own}:has([value=\"{i}\"]:checked) .s{i}{{display:block}}");
        css.Append(CultureInfo.InvariantCulture, $"{own}:not(:has(:checked)) .s{start}{{display:block}}");
        return new Html($"<style>{css.Append('}')}</style>");
    }

    private static Html Live(Interaction interaction)
    {
        if (interaction is not { Id: { } id, Live: { } live })
            return Html.Empty;
        string kind = JsonSerializer.Serialize(LiveInteractions.Kind);
        string control = live is LiveRange range
            ? string.Create(CultureInfo.InvariantCulture, $"{{from:{range.From:R},to:{range.To:R},log:{(range.IsLog ? "true" : "false")}}}")
            : "null";
        return new Html($"<script>({Script})(\"{Html.IdPrefix}i\",{kind},\"{id}\",{control})</script>");
    }

    // What is shown first stays; of the others every second goes until all fits.
    private static List<int> Kept(Interaction interaction)
    {
        IReadOnlyList<InteractionState> all = interaction.States;
        for (int every = 1; ; every *= 2)
        {
            List<int> kept = [.. Enumerable.Range(0, all.Count).Where(i => (i - interaction.Start) % every == 0)];
            if (kept.Count == 1 || kept.Sum(i => (long)Encoding.UTF8.GetByteCount(all[i].Html.Content)) <= MostHtml)
                return kept;
        }
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(InteractionView).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
