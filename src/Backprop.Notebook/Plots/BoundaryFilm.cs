using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

/// <summary>
/// A boundary as it is learned: one drawing of which a group of radio buttons picks the time, so that it works by
/// keyboard and without scripts; beside it the loss.
/// </summary>
internal static class BoundaryFilm
{
    private const int Width = 370;
    private const int Height = 320;

    public static Html Of(BoundaryData data, IReadOnlyList<BoundaryFrame> frames, string label)
    {
        var drawing = new BoundaryDrawing(data, frames[^1].Map.IsTwoClass);
        Html picture = drawing.Draw([.. frames.Select(f => f.Map)], Width, Height, label).ToHtml();
        Html id = SvgBuilder.Id("film");
        return Html.Of(
            $"""
            <div class="bp-film bp-two" id="{id}" role="group" aria-label="epochs">
            <style>{Rules(id, frames.Count)}</style><div>{picture}</div>
            <div><p class="bp-h" aria-hidden="true">Epoch</p>{Group(frames)}
            {frames.Select((frame, i) => Side(frames, frame, i))}</div></div>
            """);
    }

    /// <summary>What was seen at one time: <c>epoch 60: loss 0.058, accuracy 96.4 %</c>.</summary>
    public static string Words(BoundaryFrame frame)
    {
        string loss = frame.Loss is { } value ? $"loss {Number(value)}, " : "";
        return Invariant($"epoch {frame.Epoch}: {loss}accuracy {NumberText.Percent(frame.Map.Accuracy)}");
    }

    private static Html Group(IReadOnlyList<BoundaryFrame> frames)
    {
        Html name = SvgBuilder.Id("epoch");
        IEnumerable<Html> choices = frames.Select((frame, i) => Html.Of(
            $"""
            <label><input type="radio" name="{name}" value="{i}" aria-label="{Words(frame)}"
            {Checked(i == frames.Count - 1)}/>{frame.Epoch}</label>
            """));
        return Html.Of($"<fieldset class=\"bp-radio\" aria-label=\"Epoch\">{choices}</fieldset>");
    }

    private static Html Side(IReadOnlyList<BoundaryFrame> frames, BoundaryFrame frame, int index)
    {
        string hidden = index < frames.Count - 1 ? " hidden=\"hidden\"" : "";
        return Html.Of(
            $"""
            <div class="bp-shot s{index}"{new Html(hidden)}><p style="margin:var(--g2) 0">{Words(frame)}</p>
            {Curve(frames, frame, index)}</div>
            """);
    }

    private static Html Curve(IReadOnlyList<BoundaryFrame> frames, BoundaryFrame now, int index)
    {
        BoundaryFrame[] known = [.. frames.Where(f => f.Loss is not null)];
        bool ofLoss = known.Length == frames.Count;
        if (frames.Count < 2)
            return Html.Empty;
        double Value(BoundaryFrame f) => ofLoss ? f.Loss!.Value : f.Map.Accuracy;
        string what = ofLoss ? "loss" : "accuracy";
        SeriesRole role = ofLoss ? SeriesRole.Loss : SeriesRole.Auto;
        Chart chart = Chart.Line(frames.Select(f => f.Epoch), frames.Select(Value), Role: role)
            .WithTitle(what).WithXAxisStyle("epoch").WithYAxisStyle(what, MinMax: (0, frames.Max(Value) * 1.15))
            .WithAnnotation(now.Epoch, Value(now), Number(Value(now)));
        return ChartDrawing.Draw(chart, Width, 170, Invariant($"s{index}-")).Svg.ToHtml();
    }

    private static Html Checked(bool isChecked) => isChecked ? new Html(" checked=\"checked\"") : Html.Empty;

    // The k-th button shows what is marked with its number. Stronger than what hides it where there are no styles.
    private static Html Rules(Html id, int count)
    {
        IEnumerable<string> rules = Enumerable.Range(0, count).Select(k => Invariant(
            $"#{id}:has(label:nth-of-type({k + 1}) :checked) .s{k}"));
        return new Html($"#{id}:has(:checked) .bp-shot{{display:none!important}}" + string.Join(',', rules)
            + "{display:inline!important}");
    }
}
