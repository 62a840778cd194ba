using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>A search for hyperparameters: the best, how the search went, and the trials.</summary>
internal static class TuningView
{
    public static MimeBundle Of(TuningResults results)
    {
        string count = $"{NumberText.Count(results.InOrder.Count)} trials";
        Html chip = results.IsComplete
            ? new Html("<span class=\"bp-chip pass\">✓ complete</span>")
            : new Html("<span class=\"bp-chip warn\">▲ stopped before the end</span>");
        bool hasBest = results.Trials.Any(t => t.IsFinite);
        Html best = hasBest
            ? Html.Of($"{Best(results.Trials[0])}{Course(results).ToHtml()}{Rows(results)}")
            : Html.Of($"{Card.Caption("No trial has a score: all diverged.")}{Rows(results)}");
        return Card.Bundle(Card.Of("Search", chip, count, best), results.ToString());
    }

    public static MimeBundle Of(Trial trial)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Trial {trial.Number}");
        return Card.Bundle(Card.Of(name, Html.Empty, "", Values(trial)), $"#{trial.Number}: {trial}");
    }

    private static Html Values(Trial trial) => Card.Statistics(trial.Names.Zip(trial.Texts));

    private static Html Best(TrialResult best) => Html.Of(
        $"""
        <p class="bp-h">Best <small>trial {best.Trial.Number}, score {NumberText.Significant(best.Score, 4)}</small></p>
        {Values(best.Trial)}
        """);

    private static Chart Course(TuningResults results)
    {
        IEnumerable<int> numbers = Enumerable.Range(1, results.InOrder.Count);
        Chart all = Chart.Point(numbers, results.InOrder.Select(r => r.Score), Name: "score");
        Chart best = Chart.Line(numbers, results.BestSoFar, Name: "best so far", Dashed: false);
        return Chart.Combine(best, all).WithXAxisStyle("trial").WithYAxisStyle("score").WithSize(520, 220);
    }

    private static Html Rows(TuningResults results)
    {
        int shown = Math.Min(results.Trials.Count, Formatter.ListExpansionLimit);
        IEnumerable<Html> head = results.Trials.Take(1).SelectMany(t => t.Trial.Names).Select(n => Card.Head(n, true))
            .Prepend(Card.Head("trial", true)).Append(Card.Head("score", true)).Append(Card.Head("time", true));
        IEnumerable<Html> rows = results.Trials.Take(shown).Select(Row);
        string text = shown < results.Trials.Count
            ? $"Showing the best {shown} of {NumberText.Count(results.Trials.Count)} trials."
            : "Best first.";
        return Html.Of($"{Card.Table("trials", head, rows)}{Card.Caption(text)}");
    }

    private static Html Row(TrialResult result)
    {
        string number = result.Trial.Number.ToString(CultureInfo.InvariantCulture);
        IEnumerable<Html> cells = result.Trial.Texts.Prepend(number)
            .Append(result.IsFinite ? NumberText.Significant(result.Score, 4) : "diverged")
            .Append(NumberText.Duration(result.Elapsed))
            .Select(text => Card.Cell(NumberText.Minus(text), isNumber: true));
        return Html.Of($"<tr>{cells}</tr>");
    }
}
