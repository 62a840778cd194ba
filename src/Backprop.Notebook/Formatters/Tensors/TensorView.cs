using Backprop.Display;

namespace Backprop;

/// <summary>
/// A tensor as an output: what it is, what is wrong with it, its statistics, its numbers, and its gradient beside it.
/// </summary>
internal static class TensorView
{
    // As many as a table has cells.
    private const int MostWritten = 144;

    public static MimeBundle Of(Tensor tensor)
    {
        var values = new TensorValues(tensor);
        var facts = new TensorFacts(values);
        return new MimeBundle()
            .Add(MimeBundle.Html, Theme.Output(Card(tensor, values, facts)).Content)
            .Add(MimeBundle.Text, Text(tensor, facts));
    }

    // The line, the numbers, and the line of the gradient.
    private static string Text(Tensor tensor, TensorFacts facts)
    {
        string text = TensorText.Line(tensor, facts);
        if (facts.Count is > 1 and <= MostWritten)
            text += "\n" + tensor.Detach();
        if (tensor.Grad is { } grad)
            text += "\n.Grad " + TensorText.Line(grad, new TensorFacts(new TensorValues(grad)));
        return text;
    }

    private static Html Card(Tensor tensor, TensorValues values, TensorFacts facts)
    {
        string shape = TensorNames.Of(tensor.Shape);
        string label = $"Tensor of shape {shape}, {TensorNames.Of(tensor.DType)}";
        Html body = Alone(values, facts);
        if (tensor.Grad is { } grad)
        {
            var gradValues = new TensorValues(grad);
            Html title = new("<p class=\"bp-h\"><span class=\"bp-chip value\">value</span></p>");
            Html gradTitle =
                new("<p class=\"bp-h\"><span class=\"bp-chip grad\">gradient</span> <small>∂loss/∂x</small></p>");
            Html left = Beside("value", title, values, facts);
            Html right = Beside("grad", gradTitle, gradValues, new TensorFacts(gradValues));
            body = Html.Of($"<div class=\"bp-two w\">{left}{right}</div>");
        }
        return Html.Of(
            $"""
            <figure class="bp-card" aria-label="{label}"><div class="bp-head"><b>tensor</b> <b>{shape}</b>
            <span>{TensorNames.Of(tensor.DType)}</span> <span>{tensor.Device.Name}</span> {Chips(tensor, facts)}
            <span class="end">{TensorNames.Origin(tensor)}</span></div>
            <div class="bp-body">{TensorAlarm.Of(tensor, values, facts)}{body}</div></figure>
            """);
    }

    private static Html Chips(Tensor tensor, TensorFacts facts)
    {
        Html grad = tensor.RequiresGrad ? new Html("<span class=\"bp-chip grad\">∂ requires grad</span> ") : Html.Empty;
        Html alarm = facts.AllFinite
            ? Html.Empty
            : Html.Of(
                $"<span class=\"bp-chip fail\">! {NumberText.Count(facts.Count - facts.Finite)} not finite</span>");
        return Html.Of($"{grad}{alarm}");
    }

    // Numbers at the left, their distribution at the right.
    private static Html Alone(TensorValues values, TensorFacts facts)
    {
        if (OfFew("value", values) is { } few)
            return few;
        (Html picture, Html corners) = TensorPicture.Of(values, "value", isBeside: false);
        Html histogram = values.DType == DType.Bool ? Html.Empty : HistogramStrip.Of(facts, "value");
        if (TensorPicture.IsSliced(values))
            return Html.Of($"{Statistics(values.DType, facts)}{histogram}{picture}");
        return Html.Of(
            $"""
            {Statistics(values.DType, facts)}
            <div class="bp-two w"><div>{picture}</div><div>{histogram}{corners}</div></div>
            """);
    }

    // Value and gradient side by side, each from top to bottom.
    private static Html Beside(string role, Html title, TensorValues values, TensorFacts facts)
    {
        if (OfFew(role, values) is { } few)
            return Html.Of($"<section>{title}{few}</section>");
        (Html picture, Html corners) = TensorPicture.Of(values, role, isBeside: true);
        Html above = Html.Of($"{title}{Statistics(values.DType, facts)}{HistogramStrip.Of(facts, role)}");
        return Html.Of($"<section>{above}{picture}{corners}</section>");
    }

    // No number, or the one that a loss is: with all its digits.
    private static Html? OfFew(string role, TensorValues values) => values.Count switch
    {
        0 => new Html("<p class=\"bp-cap\">No numbers: an axis has length 0.</p>"),
        1 => Html.Of($"<p class=\"bp-one {role}\">{TensorNames.Exact(values[0], values.DType)}</p>"),
        _ => null,
    };

    private static Html Statistics(DType dtype, TensorFacts facts)
    {
        string zeros = facts.Zeros == 0
            ? "0"
            : $"{NumberText.Count(facts.Zeros)} ({NumberText.Percent(facts.Zeros / (double)facts.Count, 0)})";
        if (dtype == DType.Bool)
        {
            int trues = facts.Count - facts.Zeros;
            string share = NumberText.Percent(trues / (double)facts.Count, 0);
            return Stats(("true", $"{NumberText.Count(trues)} ({share})"), ("false", zeros));
        }
        if (facts.Finite == 0)
            return Html.Empty;
        return Stats(
            ("mean", NumberText.Significant(facts.Mean)),
            ("std", double.IsFinite(facts.Std) ? NumberText.Significant(facts.Std) : "–"),
            ("min", TensorNames.Number(facts.Min, dtype)),
            ("max", TensorNames.Number(facts.Max, dtype)),
            ("zeros", zeros));
    }

    private static Html Stats(params (string Name, string Value)[] facts)
    {
        IEnumerable<Html> items = facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>"));
        return Html.Of($"<dl class=\"bp-stats\">{items}</dl>");
    }
}
