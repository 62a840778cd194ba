using Backprop.Display;

namespace Backprop;

/// <summary>The layers of a net as rows; layers in layers fold.</summary>
internal static class ModuleTree
{
    private const int MostRows = 160;
    private const int FewRows = 24;
    private const double BarWidth = 84;
    private const double Indent = 16;

    /// <summary>The rows as a grid; on narrow screens each becomes two lines with its labels.</summary>
    public static Html Style { get; } = CardStyle.Of(
        """
        .row{display:grid;grid-template-columns:minmax(0,1fr) 138px 70px 64px 136px;gap:0 10px;padding:4px 8px;
        align-items:center;border-bottom:1px solid var(--bp-line);font-size:13px;line-height:1.5;font-weight:400}
        .plain .row{grid-template-columns:minmax(0,1fr) 100px 136px}
        .nm{min-width:0;overflow-wrap:anywhere}
        .n{text-align:right;font-family:var(--bp-mono);white-space:nowrap}
        .sh{font-family:var(--bp-mono);font-size:12px;overflow-wrap:anywhere}
        .ba{display:flex;gap:8px;align-items:center}
        .ba .n{flex:1}
        .bp-bar{width:84px;height:10px;flex:none;white-space:nowrap;line-height:0}
        .act{background:repeating-linear-gradient(45deg,var(--bp-value) 0 2px,var(--bp-value-bg) 2px 5px)!important}
        .key{display:inline-block;width:20px;height:10px;background:var(--bp-value);margin-right:5px}
        .l{position:absolute;clip-path:inset(50%);font-style:normal}
        .hd{font-size:12px;color:var(--bp-muted);font-weight:600;border-bottom-color:var(--bp-axis)}
        .hd .n{font-family:inherit}
        summary{list-style:none;font-weight:400;padding:0;margin:0}
        details{margin:0;padding:0;border:0}
        summary::-webkit-details-marker{display:none}
        summary .row{background:var(--bp-panel)}
        summary .nm::before{content:"▸";display:inline-block;width:16px;color:var(--bp-muted)}
        details[open]>summary .nm::before{content:"▾"}
        @container(max-width:640px){
        .hd{display:none}
        .row,.plain .row{grid-template-columns:1.7fr 1fr 1fr;gap:2px 8px}
        .nm,.ba{grid-column:1/-1}
        .row .l{position:static;clip-path:none;font:11px var(--bp-sans);color:var(--bp-muted);display:block}
        .row>.n,.sh{text-align:left;font-size:12px}
        .ba .l{display:none}
        }
        """);

    public static Html Of(ModuleSummary summary)
    {
        List<LayerRow> rows = [.. summary.Rows.Take(MostRows)];
        bool isTraced = summary.Input is not null;
        Html head = isTraced
            ? new Html("<span>output</span><span class=\"n\">params</span><span class=\"n\">FLOPs</span>"
                + "<span>share of memory</span>")
            : new Html("<span class=\"n\">params</span><span>share</span>");
        string kind = isTraced ? "bp-tree" : "bp-tree plain";
        Html more = rows.Count < summary.Rows.Count
            ? Html.Of($"<p class=\"bp-cap\">Showing {rows.Count} of {NumberText.Count(summary.Rows.Count)} layers.</p>")
            : Html.Empty;
        Html caption = isTraced
            ? new Html("<p class=\"bp-cap\"><span class=\"key\"></span>weights "
                + "<span class=\"key act\"></span>activations: what the layers hand on, kept while training. "
                + "FLOPs of the whole batch: two for each multiplication with its addition.</p>")
            : new Html("<p class=\"bp-cap\">Shapes, arithmetic and memory: <code>net.Summary(32, …)</code> with the "
                + "shape of an input.</p>");
        return Html.Of(
            $"""
            <div class="{kind}"><div class="row hd"><span>layer</span>{head}</div>{Branch(summary, rows, 0, out _)}</div>
            {more}{caption}
            """);
    }

    // The rows from one on that stand at its depth, with what stands in them.
    private static Html Branch(ModuleSummary summary, List<LayerRow> rows, int start, out int end)
    {
        var parts = new List<Html>();
        int i = start;
        while (i < rows.Count && rows[i].Depth >= rows[start].Depth)
        {
            bool hasLayers = i + 1 < rows.Count && rows[i + 1].Depth > rows[i].Depth;
            Html row = Row(summary, rows[i]);
            if (!hasLayers)
            {
                parts.Add(Html.Of($"<div class=\"row\">{row}</div>"));
                i++;
                continue;
            }
            // A long net shows its parts; what is in them opens by a click.
            bool isOpen = summary.Rows.Count <= FewRows || rows[i].Depth == 0;
            Html open = new(isOpen ? " open=\"open\"" : "");
            Html inner = Branch(summary, rows, i + 1, out int next);
            parts.Add(Html.Of(
                $"<details{open}><summary><span class=\"row\">{row}</span></summary><div>{inner}</div></details>"));
            i = next;
        }
        end = i;
        return Html.Join(parts);
    }

    private static Html Row(ModuleSummary summary, LayerRow row)
    {
        string parameters = LayerText.Count(row.ParameterCount);
        string padding = row.Depth == 0 ? "" : FormattableString.Invariant($"padding-left:{row.Depth * Indent}px");
        Html name = Html.Of(
            $"""
            <span class="nm" style="{padding}"><b>{LayerText.ShortNameOf(row)}</b>
            <span class="muted">{LayerText.KindOf(row)}</span></span>
            """);
        Html count = Html.Of($"<span class=\"n\"><i class=\"l\">params </i>{parameters}</span>");
        if (summary.Input is null)
        {
            double share = summary.ParameterBytes == 0 ? 0 : row.ParameterBytes / (double)summary.ParameterBytes;
            return Html.Of($"{name}{count}{Bar(share, 0)}");
        }
        double whole = Math.Max(1, summary.ParameterBytes + summary.ActivationBytes);
        Html bar = Bar(row.ParameterBytes / whole, row.ActivationBytes / whole);
        return Html.Of(
            $"""
            {name}<span class="sh"><i class="l">output </i>{LayerText.OutputOf(row)}</span>{count}
            <span class="n"><i class="l">FLOPs </i>{LayerText.Flops(row.Flops)}</span>{bar}
            """);
    }

    private static Html Bar(double weights, double results)
    {
        string share = NumberText.Percent(weights + results, 0);
        return Html.Of(
            $"""
            <span class="ba"><span class="bp-bar" aria-hidden="true"><i style="width:{weights * BarWidth:0.#}px"></i><i
            class="act" style="width:{results * BarWidth:0.#}px"></i></span><span class="n"><i class="l">share </i>{share}</span></span>
            """);
    }
}
