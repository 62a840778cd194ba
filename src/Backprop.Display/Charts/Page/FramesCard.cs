namespace Backprop.Display;

/// <summary>
/// Charts of which one is shown: a group of radio buttons picks it, so that it works by keyboard and without scripts.
/// The last is picked at first; without styles it is the only one to be seen.
/// </summary>
internal static class FramesCard
{
    private const int Padding = 26;
    private const int Least = 2;

    public static Html Of(Chart chart, FramePanels frames)
    {
        (Html drawing, int width, IReadOnlyList<string> remarks) = Drawing(frames, chart);
        return Html.Of(
            $"""
            <figure class="bp-card bp-chart" style="max-width:{width + Padding}px"><div class="bp-body">
            {ChartCard.Title(chart)}{drawing}{ChartCard.Caption(chart, remarks)}{ChartTable.Of(chart)}</div></figure>
            """);
    }

    /// <summary>The group, the frames, how wide they are, and what they leave out.</summary>
    public static (Html Html, int Width, IReadOnlyList<string> Remarks) Drawing(FramePanels frames, Chart chart)
    {
        for (int most = frames.Charts.Count; ; most = Math.Max(Least, most * 3 / 4))
        {
            int[] kept = ChartTable.Spread(frames.Charts.Count, most);
            (Html Html, int Width)[] drawn = [.. kept.Select(i => Frame(frames, i, i == kept[^1]))];
            bool fits = drawn.Sum(d => d.Html.Content.Length) <= ChartCard.Budget;
            if (!fits && kept.Length > Least)
                continue;
            string[] remarks = kept.Length < frames.Charts.Count
                ? [$"Showing {kept.Length} of {NumberText.Count(frames.Charts.Count)} frames, evenly spaced."]
                : [];
            Html group = Group(frames, kept);
            string label = chart.Layout.Title ?? frames.Label;
            Html all = Html.Of(
                $"""
                <div class="bp-frames" id="{Id}" role="group" aria-label="{label}"><style>{Rules(kept.Length)}</style>
                {group}{drawn.Select(d => d.Html)}</div>
                """);
            return (all, drawn.Max(d => d.Width), remarks);
        }
    }

    private static Html Id => SvgBuilder.Id("frames");

    private static (Html Html, int Width) Frame(FramePanels frames, int index, bool isLast)
    {
        Chart chart = frames.Charts[index];
        (Html drawing, int width, IReadOnlyList<string> remarks) =
            ChartCard.Drawing(chart, TextView.Invariant($"f{index}-"));
        Html hidden = isLast ? Html.Empty : new Html(" hidden=\"hidden\"");
        Html caption = ChartCard.Caption(chart, remarks);
        return (Html.Of($"<div class=\"bp-frame\"{hidden}>{ChartCard.Title(chart)}{drawing}{caption}</div>"), width);
    }

    private static Html Group(FramePanels frames, int[] kept)
    {
        Html name = SvgBuilder.Id("frame");
        IEnumerable<Html> choices = kept.Select(i =>
        {
            Html isPicked = i == kept[^1] ? new Html(" checked=\"checked\"") : Html.Empty;
            string label = $"{frames.Label} {frames.Names[i]}";
            return Html.Of(
                $"""
                <label><input type="radio" name="{name}" value="{i}" aria-label="{label}"{isPicked}/>
                {frames.Names[i]}</label>
                """);
        });
        return Html.Of(
            $"""
            <fieldset class="bp-radio" aria-label="{frames.Label}">
            <span class="bp-cap" aria-hidden="true">{frames.Label}</span>{choices}</fieldset>
            """);
    }

    // The k-th button shows the k-th frame. All lie over each other, so that the page keeps its height. Stronger than the
    // rule that hides what is marked as hidden.
    private static Html Rules(int count)
    {
        IEnumerable<string> rules = Enumerable.Range(1, count).Select(k => TextView.Invariant(
            $":has(label:nth-of-type({k}) :checked)>.bp-frame:nth-of-type({k})"));
        return new Html(
            $"#{Id}:has(:checked)>.bp-frame{{display:block!important;visibility:hidden}}"
            + string.Join(',', rules.Select(r => $"#{Id}{r}")) + "{visibility:visible}");
    }
}
