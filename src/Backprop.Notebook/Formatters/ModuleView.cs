using System.Text;
using Backprop.Display;

namespace Backprop;

/// <summary>A net as a table: what each layer is, what comes out of it, and how many numbers it learns.</summary>
internal static class ModuleView
{
    private const int MostRows = 200;
    private const string Nothing = "–";

    public static MimeBundle Of(ModuleSummary summary) => new MimeBundle()
        .Add(MimeBundle.Html, Theme.Output(Card(summary)).Content)
        .Add(MimeBundle.Text, Text(summary));

    /// <summary>The same table, aligned.</summary>
    public static string Text(ModuleSummary summary)
    {
        List<LayerRow> rows = [.. summary.Rows.Take(MostRows)];
        bool traced = summary.Input is not null;
        string[][] cells =
        [
            ["layer", "", .. traced ? ["output"] : Array.Empty<string>(), "params"],
            .. rows.Select(row => Cells(row, traced)),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(c => c[i].Length))];
        var text = new StringBuilder(Head(summary)).Append('\n');
        foreach (string[] row in cells)
        {
            IEnumerable<string> padded =
                row.Select((c, i) => i == row.Length - 1 ? c.PadLeft(widths[i]) : c.PadRight(widths[i]));
            text.AppendJoin("  ", padded).Append('\n');
        }
        if (summary.Failed is { } failed)
            text.Append("[FAIL] ").Append(NameOf(failed)).Append(": ").Append(failed.Error).Append('\n');
        return text.Append(Total(summary)).ToString();
    }

    private static Html Card(ModuleSummary summary)
    {
        List<LayerRow> rows = [.. summary.Rows.Take(MostRows)];
        long most = Math.Max(1, summary.ParameterCount);
        bool traced = summary.Input is not null;
        Html output = traced ? new Html("<th scope=\"col\">output</th>") : Html.Empty;
        int failedAt = summary.Failed is { } stop ? rows.IndexOf(stop) : rows.Count;
        IEnumerable<Html> body = rows.Select((row, i) => Row(row, most, traced, isNotReached: i > failedAt));
        string end =
            $"{NumberText.Count(summary.ParameterCount)} parameters, {NumberText.Bytes(summary.ParameterBytes)}";
        Html input = summary.Input is { } shape ? Html.Of($"<span>input {TensorNames.Of(shape)}</span> ") : Html.Empty;
        Html chip = summary.Failed is { } failed
            ? Html.Of($"<span class=\"bp-chip fail\">✗ stopped at {Spoken(failed)}</span>")
            : Html.Empty;
        string shown = $"Showing {NumberText.Count(MostRows)} of {NumberText.Count(summary.Rows.Count)} layers.";
        Html more = summary.Rows.Count > MostRows ? Html.Of($"<p class=\"bp-cap\">{shown}</p>") : Html.Empty;
        return Html.Of(
            $"""
            <figure class="bp-card" aria-label="{summary.Module.GetType().Name}: {end}"><div class="bp-head">
            <b>{summary.Module.GetType().Name}</b> {input}{chip}<span class="end">{end}</span></div>
            <div class="bp-body">{Alarm(summary)}<div class="bp-scroll" tabindex="0" role="region" aria-label="layers">
            <table class="bp-tbl bp-layers"><thead><tr><th scope="col">layer</th>{output}
            <th scope="col" class="n">params</th><th scope="col" colspan="2" class="n">share</th></tr></thead>
            <tbody>{body}</tbody></table></div>{more}</div></figure>
            """);
    }

    private static Html Alarm(ModuleSummary summary)
    {
        if (summary.Failed is not { } failed)
            return Html.Empty;
        return Html.Of(
            $"""
            <div class="bp-alarm" role="note"><p><b>{Spoken(failed)} does not take what it is given.</b>
            {failed.Error}</p></div>
            """);
    }

    private static Html Row(LayerRow row, long most, bool traced, bool isNotReached)
    {
        double share = row.ParameterCount / (double)most;
        string name = row.Name.Length == 0 ? row.Module.GetType().Name : row.Name;
        string padding = FormattableString.Invariant($"{8 + (18 * row.Depth)}px");
        Html output = Html.Empty;
        if (traced)
            output = Html.Of($"<td class=\"mono\">{Output(row, isNotReached)}</td>");
        string count = row.ParameterCount == 0 ? Nothing : NumberText.Count(row.ParameterCount);
        Html bar = row.ParameterCount == 0 ? Html.Empty : Bar(share);
        string percent = row.ParameterCount == 0 ? Nothing : NumberText.Percent(share, 0);
        Html bad = row.Error is null ? Html.Empty : new Html(" class=\"bad\"");
        return Html.Of(
            $"""
            <tr{bad}><td style="padding-left:{padding}"><b>{name}</b> <span class="muted">{Kind(row)}</span></td>
            {output}<td class="n">{count}</td><td>{bar}</td><td class="n">{percent}</td></tr>
            """);
    }

    private static Html Bar(double share)
    {
        double width = Math.Max(1, share * 60);
        return Html.Of(
            $"<span class=\"bp-bar\" aria-hidden=\"true\"><i style=\"width:{width:0.#}px\"></i></span>");
    }

    private static string[] Cells(LayerRow row, bool traced)
    {
        string count = row.ParameterCount == 0 ? Nothing : NumberText.Count(row.ParameterCount);
        string[] output = traced ? [Output(row, isNotReached: false)] : [];
        return [new string(' ', 2 * row.Depth) + NameOf(row), Kind(row), .. output, count];
    }

    private static string Output(LayerRow row, bool isNotReached) => row switch
    {
        { Error: not null } => "✗",
        { Output: { } shape } => TensorNames.Of(shape),
        _ => isNotReached ? "not reached" : "",
    };

    private static string Kind(LayerRow row)
    {
        string type = row.Module.GetType().Name;
        string kind = row.Module is Sequential net
            ? FormattableString.Invariant($"{net.Layers.Count} layers")
            : row.Module.ToString()!;
        return kind == row.Name || (row.Name.Length == 0 && kind == type) ? "" : kind;
    }

    private static string NameOf(LayerRow row) => row.Name.Length == 0 ? row.Module.GetType().Name : row.Name;

    // Layers of a Sequential have but a number.
    private static string Spoken(LayerRow row) => char.IsAsciiDigit(NameOf(row)[0]) ? "layer " + row.Name : NameOf(row);

    private static string Head(ModuleSummary summary)
    {
        string input = summary.Input is { } shape ? $"  input {TensorNames.Of(shape)}" : "";
        return summary.Module.GetType().Name + input;
    }

    private static string Total(ModuleSummary summary) =>
        $"total {NumberText.Count(summary.ParameterCount)} parameters, {NumberText.Bytes(summary.ParameterBytes)}";
}
