using Backprop.Display;

namespace Backprop;

/// <summary>A net up to the layer that did not take what it was given: what went through, where it ended, what was not
/// reached.</summary>
internal static class FailureView
{
    private const int MostBefore = 12;
    private const int MostAfter = 3;

    /// <summary>A box for each layer, a line from each to the next.</summary>
    public static Html Style { get; } = CardStyle.Of(
        """
        ol{list-style:none;margin:0;padding:0;max-width:620px}
        li{display:grid;grid-template-columns:20px auto minmax(0,1fr) auto;gap:8px;padding:6px 10px;margin:0 0 14px;
        border:1px solid var(--bp-line);border-radius:4px;background:var(--bp-bg);font-size:13px;position:relative}
        li:not(:last-child)::after{content:"";position:absolute;left:18px;top:100%;height:14px;
        border-left:1.5px solid var(--bp-axis)}
        li span{overflow-wrap:anywhere;min-width:0}
        i{font-style:normal;font-weight:700}
        .ok i{color:var(--bp-pass)}
        .bad{border:2px solid var(--bp-fail);background:var(--bp-fail-bg)}
        .bad i,.bad .mono{color:var(--bp-fail);font-weight:700}
        .no{border-style:dashed;color:var(--bp-muted)}
        .no::after{border-left-style:dashed}
        @container(max-width:440px){li .mono{grid-column:2/-1}}
        """);

    public static Html Of(ModuleSummary summary)
    {
        LayerRow failed = summary.Failed!;
        // Layers that hold others say nothing that those do not say.
        List<LayerRow> layers = [.. summary.Rows.Where(row => row.Module.Children.Count == 0 || row == failed)];
        int at = layers.IndexOf(failed);
        int first = Math.Max(0, at - MostBefore);
        List<LayerRow> shown = [.. layers.Skip(first).Take(at - first + 1 + MostAfter)];
        Html before = first == 0 ? Html.Empty : Item("ok", "✓", "passed", Skipped(first, "before"), "", "");
        int left = layers.Count - first - shown.Count;
        Html after = left == 0 ? Html.Empty : Item("no", "·", "not reached", Skipped(left, "more"), "", "not reached");
        IEnumerable<Html> items = shown.Select((row, i) => Item(summary, row, first + i - at));
        return Html.Of(
            $"""
            <div class="bp-alarm" role="note"><p><b>{Sentence(LayerText.Spoken(failed))} does not take what it is given.</b>
            {failed.Error}</p></div><ol class="bp-chain">{before}{items}{after}</ol>
            """);
    }

    private static string Sentence(string text) =>
        text.StartsWith("layer ", StringComparison.Ordinal) ? "L" + text[1..] : text;

    private static string Skipped(int count, string where) =>
        count == 1 ? $"1 layer {where}" : $"{NumberText.Count(count)} layers {where}";

    private static Html Item(ModuleSummary summary, LayerRow row, int fromFailed)
    {
        string name = LayerText.NameOf(row);
        string kind = LayerText.KindOf(row);
        if (fromFailed < 0)
            return Item("ok", "✓", "passed", name, kind, LayerText.OutputOf(row));
        if (fromFailed > 0)
            return Item("no", "·", "not reached", name, kind, "not reached");
        string given = summary.Given is { } shape ? $"was given {TensorNames.Of(shape)}" : "";
        return Item("bad", "✗", "failed", name, kind, given);
    }

    private static Html Item(string state, string sign, string spoken, string name, string kind, string shape) => Html.Of(
        $"""
        <li class="{state}"><i role="img" aria-label="{spoken}">{sign}</i><b>{name}</b> <span>{kind}</span>
        <span class="mono">{shape}</span></li>
        """);
}
